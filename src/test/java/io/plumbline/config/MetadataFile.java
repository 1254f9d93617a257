package io.plumbline.config;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * One file of the data model and its permissions in salesforce-metadata, well-formed and in the namespace of the Metadata
 * API. Screens and automation are not here: they are checked with Salesforce's own tools, which need Node (src/test/node).
 */
record MetadataFile(Path path, Element root) {

    static final Path ROOT = Path.of("salesforce-metadata");

    private static final List<Path> NOT_HERE = List.of(ROOT.resolve("screens"), ROOT.resolve("automation"));
    private static final String NAMESPACE = "http://soap.sforce.com/2006/04/metadata";

    /** All files by the type of what they hold. */
    static Map<String, List<MetadataFile>> all() {
        Map<String, List<MetadataFile>> byType = new LinkedHashMap<>();
        try (Stream<Path> walk = Files.walk(ROOT)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            for (Path path : walk.filter(file -> file.toString().endsWith(".xml")
                            && NOT_HERE.stream().noneMatch(file::startsWith))
                    .sorted()
                    .toList()) {
                Element root = factory.newDocumentBuilder()
                        .parse(new InputSource(new StringReader(Files.readString(path))))
                        .getDocumentElement();
                if (!NAMESPACE.equals(root.getNamespaceURI())) {
                    throw new AssertionError(path + " is in the namespace " + root.getNamespaceURI());
                }
                byType.computeIfAbsent(root.getLocalName(), type -> new ArrayList<>())
                        .add(new MetadataFile(path, root));
            }
        } catch (Exception unreadable) {
            throw new AssertionError(ROOT + " cannot be read", unreadable);
        }
        return byType;
    }

    static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getLocalName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    static boolean flag(Element parent, String name) {
        return Boolean.parseBoolean(children(parent, name).getFirst().getTextContent());
    }

    String name() {
        return path.getFileName().toString().replaceFirst("\\..*", "");
    }

    /** The object whose field this is. */
    String object() {
        return path.getParent().getParent().getFileName().toString();
    }

    List<Element> children(String name) {
        return children(root, name);
    }

    Optional<String> text(String element) {
        return children(element).stream().map(Node::getTextContent).findFirst();
    }
}
