package io.plumbline.assess;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Where two assessments as JSON say different things; numbers within 1e-6 are the same, and sentences are left aside. */
final class Differences {

    private Differences() {}

    static List<String> between(JsonNode before, JsonNode after) {
        List<String> differences = new ArrayList<>();
        compare("", before, after, differences);
        return differences;
    }

    /** Lists of records that make a finding stand in the order of the dossier, so their order is left aside. */
    private static void compare(String path, JsonNode before, JsonNode after, List<String> differences) {
        if (before.isNumber() && after.isNumber()) {
            if (Math.abs(before.asDouble() - after.asDouble()) > 1e-6 * Math.max(1, Math.abs(before.asDouble()))) {
                differences.add(path + ": " + before + " became " + after);
            }
        } else if (before.isObject() && after.isObject()) {
            before.properties().forEach(member -> {
                if (!member.getKey().equals("message")) {
                    compare(path + "." + member.getKey(), member.getValue(), after.get(member.getKey()), differences);
                }
            });
        } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
            boolean isOfTheDossier = path.contains("contradictions") || path.contains("evidence");
            List<JsonNode> ones = elements(before, isOfTheDossier);
            List<JsonNode> others = elements(after, isOfTheDossier);
            for (int i = 0; i < ones.size(); i++) {
                compare(path + "[" + i + "]", ones.get(i), others.get(i), differences);
            }
        } else if (!before.equals(after)) {
            differences.add(path + ": " + before + " became " + after);
        }
    }

    private static List<JsonNode> elements(JsonNode array, boolean sorted) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        if (sorted) {
            elements.sort((one, other) -> one.toString().compareTo(other.toString()));
        }
        return elements;
    }
}
