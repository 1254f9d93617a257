package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.explanation.Explained;
import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.json.DossierJson;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What holds for every account, whatever is known about it. The seed in a test's name builds its dossier again. */
@Tag("sweep")
class AssessmentLawsTest {

    private static final AssessmentModel MODEL =
            new AssessmentModel(AssessmentPolicy.load(YamlFile.read(Path.of("connector-config", "assessment.yaml"))));

    private final JsonMapper mapper = new JsonMapper();
    private final DossierJson dossiers = new DossierJson();
    private final AssessmentJson assessments = new AssessmentJson();

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    static LongStream fewSeeds() {
        return LongStream.range(0, 12);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfArraysChangesNoVerdictAndNoScore(long seed) {
        Random random = new Random(seed);
        ObjectNode dossier = withUniqueIds(random);
        JsonNode before = mapper.readTree(assessments.write(assess(dossier)));
        AlteredDossier.shuffle(dossier, random);
        JsonNode after = mapper.readTree(assessments.write(assess(dossier)));

        assertThat(Differences.between(before, after)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void hidingAFactNeverRaisesConfidence(long seed) {
        Random random = new Random(seed);
        ObjectNode dossier = withUniqueIds(random);
        double before = assess(dossier).health().confidence();

        for (ObjectNode hidden : AlteredDossier.eachWithOneFactLess(dossier)) {
            assertThat(assess(hidden).health().confidence())
                    .as(hidden.toString())
                    .isLessThanOrEqualTo(before + 1e-9);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void moreCompleteSectionsNeverLowerThoroughness(long seed) {
        Random random = new Random(seed);
        ObjectNode dossier = withUniqueIds(random);
        ObjectNode plan = (ObjectNode) dossier.get("plans").get(0);
        plan.put("state", "active");
        Double before = assess(dossier).thoroughness().score();
        for (int step = 0; step < 20; step++) {
            AlteredDossier.fillALittle(plan.withObject("sections"), random);
            Double after = assess(dossier).thoroughness().score();
            assertThat(after).as(plan.toString()).isGreaterThanOrEqualTo(before - 1e-9);
            before = after;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void pointsOfReasonsAddUpToWhatWasLost(long seed) {
        Random random = new Random(seed);
        Dossier dossier = dossiers.read(RandomDossier.json(random)).dossier();
        ExplainedAssessment explained = MODEL.explain(dossier, null);
        RelationshipHealth health = explained.assessment().health();
        Map<String, Explained> all = explained.explanation().grouped().getOrDefault("reasons", Map.of());
        double sum = all.values().stream()
                .mapToDouble(reason -> ((Number) reason.value()).doubleValue())
                .sum();

        assertThat(sum).isEqualTo(health.score() == null ? 0 : 100 - health.score(), within(1e-6));
        for (Reason reason : explained.assessment().reasons()) {
            assertThat(reason.points())
                    .isEqualTo(((Number) all.get(reason.measure()).value()).doubleValue());
        }
        List<Double> measures = all.entrySet().stream()
                .filter(reason -> !reason.getKey().startsWith("cap."))
                .map(reason -> ((Number) reason.getValue().value()).doubleValue())
                .sorted(Collections.reverseOrder())
                .limit(3)
                .toList();
        assertThat(explained.assessment().reasons().stream()
                        .filter(reason -> !reason.measure().startsWith("cap."))
                        .map(Reason::points))
                .usingElementComparator(Comparison::compare)
                .containsExactlyElementsOf(measures);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void steadyInputNeverFlipsTheBandASecondTime(long seed) {
        Random random = new Random(seed);
        Dossier dossier = dossiers.read(RandomDossier.json(random)).dossier();
        for (Band previous : Band.values()) {
            Band first = MODEL.assess(dossier, previous).health().band();

            assertThat(MODEL.assess(dossier, first).health().band()).isEqualTo(first);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void aYearOfSteadyDaysFlipsNothing(long seed) {
        LocalDate start = LocalDate.parse("2026-01-01");
        Band band = null;
        Set<Band> seen = new HashSet<>();
        Set<ClockVerdict> currencies = new HashSet<>();
        for (int day = 0; day < 365; day++) {
            Assessment assessment = MODEL.assess(
                    dossiers.read(SteadyAccount.on(start.plusDays(day), seed)).dossier(), band);
            band = assessment.health().band();
            seen.add(band);
            currencies.add(assessment.currency().verdict());
        }

        assertThat(seen).hasSize(1).doesNotContain(Band.INSUFFICIENT);
        assertThat(currencies).containsExactly(ClockVerdict.CURRENT);
    }

    private Assessment assess(ObjectNode dossier) {
        return MODEL.assess(dossiers.read(dossier.toString()).dossier(), null);
    }

    /** The model asks for ids that are unique within their array, and days of the history that are. */
    private ObjectNode withUniqueIds(Random random) {
        ObjectNode dossier = (ObjectNode) mapper.readTree(RandomDossier.json(random));
        AlteredDossier.makeUnique(dossier);
        return dossier;
    }
}
