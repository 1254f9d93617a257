package io.plumbline.sandbox.soap;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes a document without any white space of its own, as Salesforce does. */
final class XmlWriter {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; {@code attributes} come in pairs of name and value. */
    XmlWriter open(String name, String... attributes) {
        start(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    XmlWriter close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element with text. */
    XmlWriter text(String name, String value, String... attributes) {
        start(name, attributes);
        out.append('>');
        escape(value);
        out.append("</").append(name).append('>');
        return this;
    }

    /** An element that says it has no value. */
    XmlWriter nil(String name) {
        out.append('<').append(name).append(" xsi:nil=\"true\"/>");
        return this;
    }

    /** An element with text, or one that says it has no value. */
    XmlWriter textOrNil(String name, @org.jspecify.annotations.Nullable String value) {
        return value == null ? nil(name) : text(name, value);
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void start(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String value) {
        value.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                // Else the reader's side would turn it into a line feed (E2).
                case '\r' -> out.append("&#13;");
                default -> {
                    if (allowed(point)) {
                        out.appendCodePoint(point);
                    }
                }
            }
        });
    }

    private static boolean allowed(int point) {
        return point == '\t'
                || point == '\n'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }
}
