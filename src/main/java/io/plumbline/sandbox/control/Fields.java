package io.plumbline.sandbox.control;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a control request; a missing or mistyped one is named. */
final class Fields {

    private Fields() {}

    static String text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("\"" + name + "\" must be given as text");
        }
        return value.stringValue();
    }

    static String text(JsonNode body, String name, String otherwise) {
        return body.has(name) ? text(body, name) : otherwise;
    }

    static int number(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw new IllegalArgumentException("\"" + name + "\" must be given as a whole number");
        }
        return value.intValue();
    }

    static int number(JsonNode body, String name, int otherwise) {
        return body.has(name) ? number(body, name) : otherwise;
    }

    static boolean flag(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException("\"" + name + "\" must be given as true or false");
        }
        return value.booleanValue();
    }

    static List<String> texts(JsonNode body, String name) {
        return body.path(name).valueStream().map(JsonNode::asString).toList();
    }
}
