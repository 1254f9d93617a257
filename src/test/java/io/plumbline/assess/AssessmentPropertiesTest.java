package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.Interaction;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.json.DossierJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every dossier, however poor its data: tried on random ones, each from the seed in its name. */
@Tag("sweep")
class AssessmentPropertiesTest {

    private static final AssessmentModel MODEL =
            new AssessmentModel(AssessmentPolicy.load(YamlFile.read(Path.of("connector-config", "assessment.yaml"))));

    private final DossierJson dossiers = new DossierJson();
    private final AssessmentJson assessments = new AssessmentJson();

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyDossierGetsAnOrderedBoundedVerdictThatIsTheSameEachTime(long seed) {
        Random random = new Random(seed);
        Dossier dossier = dossiers.read(RandomDossier.json(random)).dossier();
        Band previous = RandomDossier.pick(random, Band.values());

        Assessment assessment = MODEL.assess(dossier, previous);

        assertThat(assessments.write(MODEL.assess(dossier, previous))).isEqualTo(assessments.write(assessment));
        scores(assessment).forEach((what, score) -> {
            if (score != null) {
                assertThat(score).as(what).isBetween(0.0, 100.0);
            }
        });
        assertThat(assessment.findings()).extracting(Finding::severity).isSorted();
        assertThat(assessment.findings()).extracting(Finding::id).doesNotHaveDuplicates();
        assertThat(assessment.reasons()).hasSizeLessThanOrEqualTo(4);
        assertThat(assessment.reasons())
                .allSatisfy(reason -> assertThat(reason.points()).isPositive());
        if (assessment.health().band() == Band.GREEN) {
            assertThat(assessment.health().score()).isGreaterThan(73);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void healthNeverLooksAtAPlan(long seed) {
        Random random = new Random(seed);
        Dossier dossier = dossiers.read(RandomDossier.json(random)).dossier();
        Dossier without = with(dossier, dossier.interactions(), List.of());

        assertThat(MODEL.assess(without, null).health())
                .isEqualTo(MODEL.assess(dossier, null).health());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfInteractionsDoesNotMatter(long seed) {
        Random random = new Random(seed);
        Dossier dossier = dossiers.read(RandomDossier.json(random)).dossier();
        var shuffled = new ArrayList<>(dossier.interactions());
        Collections.shuffle(shuffled, random);
        Dossier other = with(dossier, shuffled, dossier.plans());

        assertThat(MODEL.assess(other, null).health().band())
                .isEqualTo(MODEL.assess(dossier, null).health().band());
        assertThat(MODEL.assess(other, null).health().caps())
                .isEqualTo(MODEL.assess(dossier, null).health().caps());
    }

    private static Dossier with(Dossier dossier, List<Interaction> interactions, List<Plan> plans) {
        return new Dossier(
                dossier.asOf(),
                dossier.account(),
                dossier.activityCapture(),
                dossier.productFamiliesOffered(),
                dossier.notMeasured(),
                dossier.users(),
                dossier.team(),
                dossier.contacts(),
                dossier.opportunities(),
                interactions,
                dossier.cases(),
                plans,
                dossier.history());
    }

    private static Map<String, Double> scores(Assessment assessment) {
        Map<String, Double> scores = new HashMap<>(assessment.health().measures());
        scores.putAll(assessment.health().dimensions());
        scores.putAll(assessment.execution().measures());
        scores.put("thoroughness", assessment.thoroughness().score());
        scores.put("vetting", assessment.vetting().score());
        scores.put("execution", assessment.execution().score());
        scores.put("roles", assessment.roles().score());
        scores.put("health", assessment.health().score());
        scores.put("uncapped health", assessment.health().uncapped());
        scores.put("retention", assessment.health().retention());
        scores.put("growth", assessment.health().growth());
        scores.put("confidence", assessment.health().confidence());
        assessment.thoroughness().sections().forEach((id, share) -> scores.put("section " + id, 100 * share));
        return scores;
    }
}
