package io.plumbline.sandbox.schema;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** One element of a metadata file, and the reader that makes it from text; DOCTYPE is refused, so no entity is ever resolved (trap L2). */
final class MetadataXml {

    private final Element element;

    private MetadataXml(Element element) {
        this.element = element;
    }

    /**
     * @throws SAXException when the text is no XML, has a DOCTYPE or another root element
     */
    static MetadataXml parse(String text, String expectedRoot) throws SAXException {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            Element root =
                    builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
            if (!expectedRoot.equals(root.getLocalName())) {
                throw new SAXException(
                        "the root element is <" + root.getLocalName() + ">, expected <" + expectedRoot + ">");
            }
            return new MetadataXml(root);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("the JDK's XML parser does not do what it must", e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setExpandEntityReferences(false);
        factory.setXIncludeAware(false);
        return factory;
    }

    List<MetadataXml> children(String name) {
        List<MetadataXml> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && name.equals(child.getLocalName())) {
                found.add(new MetadataXml(child));
            }
        }
        return found;
    }

    Optional<MetadataXml> child(String name) {
        return children(name).stream().findFirst();
    }

    Optional<String> text(String name) {
        return child(name).map(found -> found.element.getTextContent().strip());
    }

    boolean flag(String name) {
        return text(name).map("true"::equals).orElse(false);
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            fatalError(e);
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw new SAXException("line " + e.getLineNumber() + ": " + e.getMessage());
        }
    }
}
