package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole model against the golden assessments: every case of both sets, with the shipped and a custom policy. */
class GoldenAssessmentTest {

    private static final Set<String> OUR_OWN_WORDS = Set.of("message", "remedy");
    private static final double TOLERANCE = 1e-6;
    private static final double TOLERANCE_OF_LARGE_AMOUNTS = 1e-9;

    private final JsonMapper mapper = new JsonMapper();

    @BeforeAll
    static void needsTheGoldenFiles() {
        assumeTrue(Files.exists(GoldenCase.FOLDER), "the golden files are not beside this clone");
    }

    static List<GoldenCase> cases() throws IOException {
        return GoldenCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithTheGoldenAssessment(GoldenCase golden) {
        String actual = new AssessmentJson().write(golden.model().assess(golden.dossier(), golden.previous()));

        List<String> differences = new ArrayList<>();
        compare("", mapper.readTree(golden.assessment()), mapper.readTree(actual), differences);
        assertThat(differences).isEmpty();
    }

    private static void compare(String path, JsonNode expected, JsonNode actual, List<String> differences) {
        if (expected.isObject() && actual.isObject()) {
            Set<String> names = new TreeSet<>();
            expected.propertyNames().forEach(names::add);
            actual.propertyNames().forEach(names::add);
            names.removeAll(OUR_OWN_WORDS);
            for (String name : names) {
                if (expected.has(name) && actual.has(name)) {
                    compare(path + " ." + name, expected.get(name), actual.get(name), differences);
                } else {
                    differences.add(path + " ." + name + (expected.has(name) ? " is missing" : " is too much"));
                }
            }
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "[" + i + "]", expected.get(i), actual.get(i), differences);
            }
        } else if (!same(expected, actual)) {
            differences.add(path + " is to be " + expected + ", but is " + actual);
        }
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        if (!expected.isNumber() || !actual.isNumber()) {
            return expected.equals(actual);
        }
        double one = expected.doubleValue();
        double other = actual.doubleValue();
        return Math.abs(one - other) <= Math.max(TOLERANCE, TOLERANCE_OF_LARGE_AMOUNTS * Math.abs(one));
    }
}
