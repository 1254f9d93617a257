package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.dossier.json.DossierJson;
import io.plumbline.dossier.json.DossierLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole model against the golden assessments: every case of both sets, with the shipped and a custom policy. */
class GoldenAssessmentTest {

    private static final Path GOLDEN = Path.of("..", "shared", "golden");
    private static final Set<String> OUR_OWN_WORDS = Set.of("message", "remedy");
    private static final double TOLERANCE = 1e-6;
    private static final double TOLERANCE_OF_LARGE_AMOUNTS = 1e-9;

    private final JsonMapper mapper = new JsonMapper();

    @Test
    void agreesWithTheGoldenAssessmentsUnderTheShippedPolicy() throws Exception {
        compare("", Path.of("connector-config", "assessment.yaml"));
    }

    @Test
    void agreesWithTheGoldenAssessmentsUnderAnAdministratorsPolicy() throws Exception {
        compare("-custom", GOLDEN.resolve("policy-custom.yaml"));
    }

    private void compare(String set, Path policy) throws Exception {
        assumeTrue(Files.exists(GOLDEN), "the golden files are not beside this clone");
        AssessmentModel model = new AssessmentModel(AssessmentPolicy.load(YamlFile.read(policy)));
        DossierJson dossiers = new DossierJson();
        AssessmentJson assessments = new AssessmentJson();
        List<String> inputs = Files.readAllLines(GOLDEN.resolve("dossiers" + set + ".jsonl"));
        List<String> expected = Files.readAllLines(GOLDEN.resolve("assessments" + set + ".jsonl"));
        assertThat(inputs).hasSameSizeAs(expected).isNotEmpty();

        List<String> differences = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            DossierLine line = dossiers.read(inputs.get(i));
            Band previous = line.previousBand().flatMap(Band::named).orElse(null);
            String actual = assessments.write(model.assess(line.dossier(), previous));
            String name = mapper.readTree(inputs.get(i)).get("case").stringValue();
            List<String> found = new ArrayList<>();
            compare("", mapper.readTree(expected.get(i)), mapper.readTree(actual), found);
            found.forEach(difference -> differences.add("case '" + name + "'" + difference));
        }
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
