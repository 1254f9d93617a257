package io.plumbline.sandbox.soap;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One element of a request.
 *
 * @param namespace its namespace, empty for none
 * @param name its local name
 * @param attributes by local name
 * @param text its own text, without that of its children
 * @param children in document order
 */
record XmlElement(
        String namespace, String name, Map<String, String> attributes, String text, List<XmlElement> children) {

    XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    Optional<XmlElement> child(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).findFirst();
    }

    List<XmlElement> all(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    /** The text of a child; empty when there is none or it is nil. */
    String textOf(String childName) {
        return child(childName)
                .filter(child -> !child.nil())
                .map(XmlElement::text)
                .orElse("");
    }

    boolean nil() {
        return List.of("true", "1").contains(attributes.getOrDefault("nil", ""));
    }

    /** The name alone; the contents may be a session id. */
    @Override
    public String toString() {
        return "XmlElement[" + name + "]";
    }
}
