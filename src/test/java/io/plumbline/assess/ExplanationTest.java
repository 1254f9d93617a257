package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Explained;
import io.plumbline.assess.explanation.Explanation;
import io.plumbline.assess.explanation.Recombination;
import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.json.DossierJson;
import io.plumbline.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every number has an explanation, and the explanation gives the number again. */
class ExplanationTest {

    private static final Path SHIPPED = Path.of("connector-config", "assessment.yaml");
    private static final Path GOLDEN = Path.of("..", "shared", "golden");

    private final DossierJson dossiers = new DossierJson();
    private final AssessmentJson assessments = new AssessmentJson();
    private final JsonMapper mapper = new JsonMapper();

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Tag("sweep")
    void recombiningTheInputsGivesEachNumberAgain(long seed) {
        Random random = new Random(seed);
        Dossier dossier = dossiers.read(RandomDossier.json(random)).dossier();
        AssessmentModel model = model(SHIPPED);

        assertThat(complaints(model, dossier, RandomDossier.pick(random, Band.values())))
                .isEmpty();
    }

    @Test
    void whatCannotBeToldSaysWhatIsMissing() throws IOException {
        String silence = "'activityCapture': false";
        String revenueOfOneYear = "'account': {'id': 'A1', 'tier': 1, 'facts': {'revenue365': {'value': 5}}}";
        String barePlan = "'plans': [" + GivenAccount.plan("'periodEnd': null, 'targetRevenue': 9") + "]";
        String emptyPlan = "'plans': ["
                + GivenAccount.plan(
                        "'actions': [], 'objectives': [], 'valueOpportunities': [{'id': 'V1', 'state': 'delivered'}]")
                + "]";
        Map<String, String> accounts = new LinkedHashMap<>();
        accounts.put("no plan, and nobody was ever in touch", "'contacts': [{'id': 'C1', 'title': 'Buyer'}]");
        accounts.put("nobody logs, and the plan is without children", silence + ", " + barePlan);
        accounts.put("the plan has nothing due", emptyPlan);
        accounts.put(
                "the revenue of the year before is missing",
                revenueOfOneYear + ", 'plans': [" + GivenAccount.plan("'targetRevenue': 9") + "]");

        StringBuilder text = new StringBuilder();
        accounts.forEach((what, given) -> {
            text.append(what).append('\n');
            Explanation explanation = GivenAccount.with(given).explain().explanation();
            explanation.single().forEach((key, explained) -> tellIfUnknown(key, explained, text));
            explanation
                    .grouped()
                    .forEach((group, members) ->
                            members.forEach((id, explained) -> tellIfUnknown(group + "." + id, explained, text)));
        });
        Golden.beside(getClass()).assertMatches("unknowns.txt", text.toString());
    }

    private static void tellIfUnknown(String path, Explained explained, StringBuilder text) {
        if (explained.how() == Combination.UNKNOWN) {
            assertThat(explained.from()).as(path).isNotEmpty();
            String inputs = explained.from().stream()
                    .map(input -> input.name() + " is " + input.value())
                    .collect(Collectors.joining(", "));
            text.append("  ").append(path).append(": ").append(inputs).append('\n');
        }
    }

    @Test
    void recombiningTheInputsGivesEachNumberOfTheGoldenAccountsAgain() throws IOException {
        assumeTrue(Files.exists(GOLDEN), "the golden files are not beside this clone");

        List<String> complaints = new ArrayList<>();
        for (String set : List.of("", "-custom")) {
            AssessmentModel model = model(set.isEmpty() ? SHIPPED : GOLDEN.resolve("policy-custom.yaml"));
            for (String line : Files.readAllLines(GOLDEN.resolve("dossiers" + set + ".jsonl"))) {
                var read = dossiers.read(line);
                Band previous = read.previousBand().flatMap(Band::named).orElse(null);
                for (String complaint : complaints(model, read.dossier(), previous)) {
                    complaints.add(mapper.readTree(line).get("case").asString() + ": " + complaint);
                }
            }
        }
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"thriving", "neglected"})
    void readsAsATreeOfInputs(String story) throws IOException {
        String line = Files.readString(Path.of("src/test/resources/io/plumbline/assess/" + story + ".json"));
        String explained =
                assessments.write(model(SHIPPED).explain(dossiers.read(line).dossier(), null));

        StringBuilder tree = new StringBuilder();
        write(mapper.readTree(explained).get("explanation"), "", tree);
        Golden.beside(getClass())
                .assertMatches(story + "-explained.json", tree.append('\n').toString());
    }

    @ParameterizedTest
    @EnumSource(Combination.class)
    void thePageSaysWhatEachCombinationDoes(Combination how) throws IOException {
        assertThat(Files.readString(Path.of("src", "docs", "explanation.md")))
                .containsPattern("\\|[^|]*`" + how.id() + "`[^|]*\\|");
    }

    /** JSON with a line for each value, its inputs indented below it. */
    private static void write(JsonNode node, String indent, StringBuilder tree) {
        if (node.has("how")) {
            ObjectNode line = ((ObjectNode) node).deepCopy();
            JsonNode from = line.remove("from");
            String text = line.toString();
            if (from == null) {
                tree.append(text);
                return;
            }
            tree.append(text, 0, text.length() - 1).append(",\"from\":[");
            for (int i = 0; i < from.size(); i++) {
                tree.append(i == 0 ? "\n" : ",\n").append(indent).append("  ");
                write(from.get(i), indent + "  ", tree);
            }
            tree.append("]}");
            return;
        }
        String separator = "{\n";
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            tree.append(separator)
                    .append(indent)
                    .append("  \"")
                    .append(member.getKey())
                    .append("\": ");
            write(member.getValue(), indent + "  ", tree);
            separator = ",\n";
        }
        tree.append("\n").append(indent).append('}');
    }

    private List<String> complaints(AssessmentModel model, Dossier dossier, Band previous) {
        ExplainedAssessment explained = model.explain(dossier, previous);
        List<String> complaints = new ArrayList<>(Recombination.differences(explained.explanation()));
        String plain = assessments.write(model.assess(dossier, previous));
        if (!plain.equals(assessments.write(explained.assessment()))) {
            complaints.add("the explained assessment is another than the plain one");
        }
        JsonNode assessment = mapper.readTree(plain);
        for (String key : List.of(
                "currency",
                "drift",
                "thoroughness",
                "vetting",
                "execution",
                "roleCoverage",
                "health",
                "uncappedHealth",
                "writtenHealth",
                "retention",
                "growth",
                "confidence",
                "band",
                "trend",
                "expectedPipeline",
                "valueAtStake",
                "attention")) {
            compare(key, assessment.get(key), explained.explanation(), complaints);
        }
        for (String group : List.of("clocks", "sections", "checks", "executionMeasures", "dimensions", "measures")) {
            assessment
                    .get(group)
                    .properties()
                    .forEach(member -> compare(
                            group + "." + member.getKey(), member.getValue(), explained.explanation(), complaints));
        }
        for (JsonNode reason : assessment.get("reasons")) {
            compare(
                    "reasons." + reason.get("measure").asString(),
                    reason.get("points"),
                    explained.explanation(),
                    complaints);
        }
        for (JsonNode cap : assessment.get("caps")) {
            compare("caps." + cap.asString(), mapper.readTree("true"), explained.explanation(), complaints);
        }
        return complaints;
    }

    private static void compare(String path, JsonNode value, Explanation explanation, List<String> complaints) {
        Explained explained = Recombination.at(explanation, path);
        if (explained == null) {
            if (!value.isNull()) {
                complaints.add(path + " is " + value + ", but nothing explains it");
            }
        } else if (value.isNumber() && explained.value() instanceof Number number) {
            double tolerance = Math.max(1e-6, 1e-9 * Math.abs(value.asDouble()));
            if (Math.abs(value.asDouble() - number.doubleValue()) > tolerance) {
                complaints.add(path + " is " + value + ", but explained as " + number);
            }
        } else if (!value.asString("null").equals(String.valueOf(explained.value()))) {
            complaints.add(path + " is " + value + ", but explained as " + explained.value());
        }
    }

    private static AssessmentModel model(Path policy) {
        return new AssessmentModel(AssessmentPolicy.load(YamlFile.read(policy)));
    }
}
