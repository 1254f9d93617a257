package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.assess.account.Observation;
import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.policy.ExecutionMeasure;
import io.plumbline.config.policy.HealthCap;
import io.plumbline.config.policy.HealthMeasure;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import io.plumbline.config.policy.VettingCheck;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.dossier.json.DossierJson;
import io.plumbline.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingWordingTest {

    /** What is worded in a way of its own where it comes to nothing, and by which name it does. */
    private static final Map<String, String> NOTHING = Map.ofEntries(
            Map.entry("executive.engaged", "x"),
            Map.entry("breadth.engaged", "x"),
            Map.entry("rhythm.trend", "x"),
            Map.entry("rhythm.reciprocity", "x"),
            Map.entry("momentum.pipeline", "x"),
            Map.entry("momentum.win_rate", "x"),
            Map.entry("value.proactive", "x"),
            Map.entry("value.whitespace", "x"),
            Map.entry("exec.on_time", "x"),
            Map.entry("exec.delivered", "x"),
            Map.entry("exec.progress", "x"),
            Map.entry("vet.monetised", "share"),
            Map.entry("vet.mutual", "share"),
            Map.entry("vet.linked", "share"),
            Map.entry("vet.smart", "share"));

    private static final LocalDate DAY = LocalDate.parse("2026-05-01");

    private final FindingWording wording = new FindingWording(Locale.ROOT, Map.of());
    private final List<Observation> examples = new ArrayList<>();

    @Test
    void labelOfAMeasureSomebodyAddedIsMadeFromItsId() {
        assertThat(wording.label("rhythm.recency")).isEqualTo("Last contact");
        assertThat(wording.label("usage.seats_used")).isEqualTo("Seats used");
        assertThat(wording.label("loyalty")).isEqualTo("Loyalty");
    }

    @Test
    void saysEachFindingInWordsOfAnAccountManager() {
        clocks();
        sections();
        checks();
        execution();
        example(Theme.ROLES, "role.project_manager", "", "weight", 2.0);
        example(Theme.ROLES, "role.sustainability", "", "weight", 1.5);
        relationship();
        caps();

        StringBuilder text = new StringBuilder();
        for (Observation example : examples) {
            Finding finding = wording.findings(List.of(example)).getFirst();
            text.append(finding.id())
                    .append(example.variant().isEmpty() ? "" : " (" + example.variant() + ")")
                    .append("\n  ")
                    .append(finding.message())
                    .append("\n  ")
                    .append(finding.remedy())
                    .append('\n');
        }
        Golden.beside(getClass()).assertMatches("findings.txt", text.toString());
        assertThat(examples).extracting(Observation::id).containsAll(idsOfTheModel());
    }

    /** Nobody is told that "0 people had contact": each of these has words without a nought. */
    @Test
    void saysNobodyAndNoneInsteadOfNought() {
        NOTHING.forEach((id, name) -> example(Theme.RELATIONSHIP, id, "", name, 0.0, "window", 90));

        assertThat(wording.findings(examples))
                .hasSize(NOTHING.size())
                .allSatisfy(finding -> assertThat(finding.message())
                        .as(finding.id())
                        .matches(
                                "(Nobody|None|No|Contact|There is no|They bought none|The objectives have come none) ?.*")
                        .doesNotContain("0%", " 0 ", "null"));
    }

    @Test
    void labelsWhatTheModelDefinesAndMakesTheRestReadable() {
        for (String id : idsOfTheModel()) {
            assertThat(wording.label(id)).as(id).isNotBlank().doesNotContain("_");
        }
        assertThat(wording.label("executive.engaged")).isEqualTo("Executives in touch");
        assertThat(wording.label("adoption.seat_share")).isEqualTo("Seat share");
    }

    @Test
    void leavesNoPlaceOpenInAnyGoldenCase() throws Exception {
        Path golden = Path.of("..", "shared", "golden");
        assumeTrue(Files.exists(golden), "the golden files are not beside this clone");

        Set<String> open = new LinkedHashSet<>();
        for (String set : List.of("", "-custom")) {
            Path policy = set.isEmpty()
                    ? Path.of("connector-config", "assessment.yaml")
                    : golden.resolve("policy-custom.yaml");
            AssessmentModel model = new AssessmentModel(AssessmentPolicy.load(YamlFile.read(policy)));
            for (String line : Files.readAllLines(golden.resolve("dossiers" + set + ".jsonl"))) {
                for (Finding finding : model.assess(new DossierJson().read(line).dossier(), null)
                        .findings()) {
                    String words = finding.message() + finding.remedy();
                    boolean nameless = words.contains("()") || words.startsWith(" ");
                    // A plan without dates is the one place where "unknown" is what is to be said.
                    boolean unknown = words.contains("unknown") && !finding.id().equals("plan.period");
                    if (nameless || unknown || words.contains("{")) {
                        open.add(finding.id() + ": " + words);
                    }
                }
            }
        }
        assertThat(open).isEmpty();
    }

    private void clocks() {
        example(Theme.CURRENCY, "plan.exists", "", "draft", false);
        example(Theme.CURRENCY, "plan.exists", "draft", "draft", true);
        for (String variant : List.of("", "future", "ending")) {
            example(Theme.CURRENCY, "plan.period", variant, "periodStart", DAY, "periodEnd", DAY.plusDays(364));
        }
        example(Theme.CURRENCY, "plan.period", "dates", "periodStart", DAY, "periodEnd", null);
        for (String clock : List.of("plan.review", "plan.substance")) {
            example(Theme.CURRENCY, clock, "", "since", DAY, "days", 60, "cadence", 30.0);
            example(Theme.CURRENCY, clock, "soon", "since", DAY, "days", 1, "cadence", 1.0);
        }
        example(
                Theme.CURRENCY,
                "plan.drift",
                "",
                "drift",
                1.25,
                "value",
                0.5,
                "people",
                0.25,
                "owner",
                0.5,
                "executives",
                0.0);
    }

    private void sections() {
        example(Theme.THOROUGHNESS, "section.customer_strategy", "text", "words", 12, "minWords", 60.0);
        example(Theme.THOROUGHNESS, "section.projects", "items", "items", 2, "complete", 1, "minItems", 2.0);
        example(
                Theme.THOROUGHNESS,
                "section.competition",
                "both",
                "words",
                0,
                "minWords",
                30.0,
                "complete",
                0,
                "minItems",
                1.0);
        example(Theme.THOROUGHNESS, "section.risks", "copied", "similarity", 0.955);
        example(Theme.THOROUGHNESS, "section.supply_chain", "text", "words", 1, "minWords", 25.0);
    }

    private void checks() {
        for (String variant : List.of("", "self", "undated", "date")) {
            example(Theme.VETTING, "vet.approved", variant, "approvedDate", DAY, "approver", "The owner");
        }
        example(Theme.VETTING, "vet.target", "", "target", null);
        example(Theme.VETTING, "vet.ambition", "low", "growth", -0.051, "baseline", 1_000_000.0);
        example(Theme.VETTING, "vet.ambition", "high", "growth", 1.5, "baseline", 1_000_000.0);
        example(
                Theme.VETTING,
                "vet.coverage",
                "",
                "won",
                250_000.4,
                "expected",
                100_000.0,
                "unlinked",
                0.0,
                "runRate",
                120_000.0,
                "target",
                1_200_000.0);
        for (String check : List.of("vet.monetised", "vet.mutual", "vet.linked", "vet.smart")) {
            example(Theme.VETTING, check, "", "share", 1.0 / 3);
            example(Theme.VETTING, check, "none", "share", null);
        }
        example(
                Theme.VETTING,
                "vet.consistent",
                "",
                "count",
                3,
                "lost",
                1L,
                "amount",
                0L,
                "left",
                2L,
                "owner",
                0L,
                "foreign",
                0L);
        example(Theme.VETTING, "vet.realistic", "", "share", 0.45);
    }

    private void execution() {
        for (ExecutionMeasure measure : ExecutionMeasure.values()) {
            example(Theme.EXECUTION, measure.id(), "", "score", 20.0, "x", 0.4, "window", 180.0);
        }
        example(Theme.EXECUTION, "exec.review", "none", "score", 0.0, "x", null);
    }

    private void relationship() {
        for (HealthMeasure measure : HealthMeasure.values()) {
            double x = switch (measure) {
                case EXECUTIVE_ENGAGED, BREADTH_ENGAGED, ESCALATIONS -> 1;
                case EXECUTIVE_RECENCY, RHYTHM_RECENCY, CASE_AGE, CSAT, NPS -> 45;
                case GROWTH, MARGIN -> -0.25;
                case CASE_TREND -> 2.5;
                default -> 0.125;
            };
            example(Theme.RELATIONSHIP, measure.id(), "", "score", 25.0, "x", x, "window", 90.0);
        }
        example(Theme.RELATIONSHIP, "executive.engaged", "", "score", 0.0, "x", 0.0, "window", 1.0);
        example(Theme.RELATIONSHIP, "breadth.customer_concentration", "none", "score", 0.0, "x", null);
        example(Theme.RELATIONSHIP, "adoption.seats", "own-fact", "score", 12.3, "x", 0.123);
        example(Theme.RELATIONSHIP, "momentum.win_rate", "own-fact", "score", 20.0, "x", 0.1);
    }

    private void caps() {
        for (HealthCap cap : HealthCap.values()) {
            example(
                    Theme.RELATIONSHIP,
                    cap.id(),
                    "",
                    "max",
                    40.0,
                    "days",
                    90.0,
                    "deals",
                    "Service contract",
                    "people",
                    "The plant manager",
                    "revenue",
                    700_000.0,
                    "revenuePrior",
                    1_000_000.0);
        }
    }

    private void example(Theme theme, String id, String variant, Object... namedValues) {
        Evidence evidence = Evidence.none();
        for (int i = 0; i < namedValues.length; i += 2) {
            evidence = evidence.with((String) namedValues[i], namedValues[i + 1]);
        }
        examples.add(Observation.of(id, theme, Severity.WARNING, evidence).variant(variant));
    }

    private static List<String> idsOfTheModel() {
        List<String> ids =
                new ArrayList<>(List.of("plan.exists", "plan.period", "plan.review", "plan.substance", "plan.drift"));
        Arrays.stream(VettingCheck.values()).map(VettingCheck::id).forEach(ids::add);
        Arrays.stream(ExecutionMeasure.values()).map(ExecutionMeasure::id).forEach(ids::add);
        Arrays.stream(HealthMeasure.values()).map(HealthMeasure::id).forEach(ids::add);
        Arrays.stream(HealthCap.values()).map(HealthCap::id).forEach(ids::add);
        return ids;
    }
}
