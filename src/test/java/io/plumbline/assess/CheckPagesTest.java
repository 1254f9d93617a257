package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.policy.HealthPolicy;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.dossier.json.DossierLine;
import io.plumbline.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages in {@code src/docs/checks} say the truth: each check of the shipped policy has one, each example gives what it
 * says, each default is the shipped one, and the index lists them all.
 */
@Tag("pages")
class CheckPagesTest {

    private static final Path FOLDER = Path.of("src", "docs", "checks");
    private static final Pattern INDEX = Pattern.compile("(?s)(<!-- index: (\\w+) -->\n).*?(<!-- end -->)");

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)]+)\\)");

    /** What is worth a page and is no check, measure or cap. */
    private static final List<String> RESULTS = List.of("health", "confidence", "band", "trend", "attention");

    private static final Set<String> NOTHING_TO_TUNE = Set.of("plan.exists");

    private static final AssessmentPolicy POLICY = AssessmentPolicy.load(YamlFile.read(ShippedYaml.FILE));

    private final AssessmentModel model = new AssessmentModel(POLICY);
    private final FindingWording wording = new FindingWording(Locale.ROOT, Map.of());
    private final ExampleDossier dossiers = new ExampleDossier();
    private final ShippedYaml shipped = new ShippedYaml();
    private final JsonMapper mapper = new JsonMapper();

    @Test
    void everyCheckHasItsPageAndEveryPageItsCheck() throws IOException {
        List<String> ids = groups().values().stream().flatMap(List::stream).toList();

        assertThat(pages().map(CheckPage::id)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @TestFactory
    Stream<DynamicTest> aPageAsksOneQuestionAndAnswersItInTheOrderOfAllPages() throws IOException {
        return pages().map(page -> DynamicTest.dynamicTest(page.id(), () -> {
            assertThat(page.title()).isEqualTo("# " + wording.label(page.id()));
            assertThat(page.question()).endsWith("?").doesNotContain("|");
            assertThat(page.headings())
                    .containsExactly("Why it matters", "The data it needs", "Examples", "How to tune it");
            List<String> titles =
                    page.examples().stream().map(CheckPage.Example::title).toList();
            if (isCheck(page)) {
                assertThat(titles).startsWith("Passes", "Fails").doesNotHaveDuplicates();
            } else {
                assertThat(titles).hasSizeGreaterThan(1);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> anExampleGivesWhatThePageSays() throws IOException {
        return pages().flatMap(page -> page.examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        page.id() + ": " + example.title(), () -> assertExample(page, example))));
    }

    @TestFactory
    Stream<DynamicTest> aDefaultOnAPageIsTheShippedOne() throws IOException {
        CheckPage index = CheckPage.read(FOLDER.resolve("README.md"));
        return Stream.concat(Stream.of(index), pages())
                .map(page -> DynamicTest.dynamicTest(page.id(), () -> {
                    assertThat(page.defaults().isEmpty())
                            .as("has nothing to tune")
                            .isEqualTo(NOTHING_TO_TUNE.contains(page.id()));
                    page.defaults()
                            .forEach((path, written) ->
                                    assertThat(shipped.at(path)).as(path).hasValue(ShippedYaml.value(written)));
                    ownPaths(page.id())
                            .forEach(path -> assertThat(page.defaults().keySet())
                                    .as("the table has %s", path)
                                    .anyMatch(row -> row.equals(path) || row.startsWith(path + ".")));
                }));
    }

    @Test
    void noLinkLeadsNowhere() throws IOException {
        List<String> broken = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Matcher link = LINK.matcher(Files.readString(file));
                while (link.find()) {
                    if (!Files.exists(FOLDER.resolve(link.group(1)))) {
                        broken.add(file + ": " + link.group(1));
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void theIndexListsAllPages() throws IOException {
        Map<String, List<String>> groups = groups();
        List<String> found = new ArrayList<>();
        String index = INDEX.matcher(Files.readString(FOLDER.resolve("README.md")))
                .replaceAll(match -> {
                    found.add(match.group(2));
                    String table = table(groups.getOrDefault(match.group(2), List.of()));
                    return Matcher.quoteReplacement(match.group(1) + table + match.group(3));
                });

        assertThat(found).containsExactlyElementsOf(groups.keySet());
        new Golden(FOLDER, Path.of("target", "checks")).assertMatches("README.md", index);
    }

    private void assertExample(CheckPage page, CheckPage.Example example) {
        DossierLine line = dossiers.read(example.dossier());
        Assessment assessment = model.assess(
                line.dossier(), line.previousBand().flatMap(Band::named).orElse(null));
        JsonNode written = mapper.readTree(new AssessmentJson().write(assessment));
        Optional<JsonNode> finding = finding(written, page.id());

        assertThat(example.results()).as("values after **Result:**").isNotEmpty();
        example.results()
                .forEach((name, value) ->
                        assertThat(written(name, written, finding)).as(name).isEqualTo(value));
        if (isCheck(page)) {
            assertThat(finding.isPresent())
                    .as("is a finding")
                    .isEqualTo(example.title().startsWith("Fails"));
            assertThat(finding.map(found -> found.get("severity").asString()).orElse(""))
                    .as("severity")
                    .isEqualTo(example.severity());
        }
    }

    /** The value under a name as a page writes it. */
    private static String written(String name, JsonNode assessment, Optional<JsonNode> finding) {
        if (name.startsWith("cap.")) {
            return assessment
                            .get("caps")
                            .valueStream()
                            .anyMatch(cap -> cap.asString().equals(name))
                    ? "applied"
                    : "not applied";
        }
        if (name.startsWith("section.")) {
            return text(assessment.get("sections").get(name.substring("section.".length())));
        }
        JsonNode evidence = finding.map(found -> found.get("evidence")).orElse(null);
        if (evidence != null && evidence.has(name)) {
            return text(evidence.get(name));
        }
        for (String part : List.of("clocks", "checks", "executionMeasures", "measures", "dimensions")) {
            if (assessment.get(part).has(name)) {
                return text(assessment.get(part).get(name));
            }
        }
        return text(assessment.get(name));
    }

    private static String text(JsonNode value) {
        if (value == null) {
            return "not there";
        }
        if (value.isArray()) {
            return String.join(
                    ", ", value.valueStream().map(CheckPagesTest::text).toList());
        }
        if (value.has("points")) {
            return value.get("measure").asString() + " " + value.get("points").asString();
        }
        if (value.isObject()) {
            return value.get("kind").asString() + " " + value.get("ref").asString();
        }
        return value.isNull() ? "unknown" : value.asString();
    }

    private static Optional<JsonNode> finding(JsonNode assessment, String id) {
        return assessment
                .get("findings")
                .valueStream()
                .filter(finding -> finding.get("id").asString().equals(id))
                .findFirst();
    }

    /** Where the shipped policy holds what belongs to this check alone. */
    private List<String> ownPaths(String id) {
        String key = id.startsWith("section.") ? id.substring("section.".length()) : id;
        List<String> above =
                new ArrayList<>(List.of("thoroughness.sections", "vetting", "execution.measures", "health.caps"));
        POLICY.health()
                .dimensions()
                .forEach(dimension -> above.add("health.dimensions." + dimension.id() + ".measures"));
        return above.stream()
                .map(path -> path + "." + key)
                .filter(path -> shipped.at(path).orElse(null) instanceof Map<?, ?>)
                .flatMap(path -> ((Map<?, ?>) shipped.at(path).orElseThrow())
                        .keySet().stream().filter(name -> !name.equals("id")).map(name -> path + "." + name))
                .toList();
    }

    private String table(List<String> ids) {
        StringBuilder table = new StringBuilder("\n| id | name | asks |\n|---|---|---|\n");
        for (String id : ids) {
            table.append("| [").append(id).append("](").append(id).append(".md) | ");
            table.append(wording.label(id)).append(" | ");
            table.append(CheckPage.read(FOLDER.resolve(id + ".md")).question()).append(" |\n");
        }
        return table.append('\n').toString();
    }

    private static boolean isCheck(CheckPage page) {
        return page.id().contains(".");
    }

    /** The ids of all pages, in the order of the index. */
    private Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        Assessment planned = model.assess(dossiers.read("plan: {}").dossier(), null);
        groups.put("currency", List.copyOf(planned.currency().clocks().keySet()));
        groups.put(
                "thoroughness",
                POLICY.thoroughness().sections().stream()
                        .map(section -> "section." + section.id())
                        .toList());
        groups.put("vetting", List.copyOf(planned.vetting().checks().keySet()));
        groups.put(
                "execution",
                POLICY.execution().measures().stream()
                        .map(measure -> measure.measure().id())
                        .toList());
        groups.put("roles", List.of("roles"));
        for (HealthPolicy.Dimension dimension : POLICY.health().dimensions()) {
            groups.put(
                    dimension.id(),
                    dimension.measures().stream().map(HealthPolicy.Measure::id).toList());
        }
        groups.put(
                "caps",
                POLICY.health().caps().stream().map(cap -> cap.cap().id()).toList());
        groups.put("results", RESULTS);
        return groups;
    }

    private static Stream<CheckPage> pages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .filter(file -> !file.getFileName().toString().equals("README.md"))
                    .sorted()
                    .map(CheckPage::read)
                    .toList()
                    .stream();
        }
    }
}
