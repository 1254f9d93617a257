package io.plumbline.sandbox.soap;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a document into elements; refuses document types, entities and absurd depth (L2). */
final class XmlReader {

    private static final int DEEPEST = 64;

    private final XMLInputFactory factory;

    XmlReader() {
        factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
    }

    /**
     * The root of a document.
     *
     * @throws MalformedXmlException when the text is no XML or uses what is refused
     */
    XmlElement read(byte[] document) {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            try {
                while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    if (reader.getEventType() == XMLStreamConstants.DTD) {
                        throw new MalformedXmlException("DOCTYPE is disallowed");
                    }
                }
                XmlElement root = element(reader, 1);
                while (reader.hasNext()) {
                    reader.next();
                }
                return root;
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | java.util.NoSuchElementException malformed) {
            throw new MalformedXmlException(firstLineOf(malformed));
        }
    }

    private static XmlElement element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new MalformedXmlException("elements are nested deeper than " + DEEPEST);
        }
        String namespace = java.util.Objects.requireNonNullElse(reader.getNamespaceURI(), "");
        String name = reader.getLocalName();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        StringBuilder text = new StringBuilder();
        List<XmlElement> children = new ArrayList<>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            switch (reader.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new MalformedXmlException(
                            "The entity \"" + reader.getLocalName() + "\" was referenced, but not declared.");
                default -> {}
            }
        }
        return new XmlElement(namespace, name, attributes, text.toString(), children);
    }

    // The JDK puts "ParseError at [row,col]" on the first line and what happened on the second.
    private static String firstLineOf(Exception malformed) {
        String message = java.util.Objects.requireNonNullElse(malformed.getMessage(), "Premature end of file.");
        return message.substring(message.lastIndexOf("Message: ") < 0 ? 0 : message.lastIndexOf("Message: ") + 9);
    }
}
