package io.plumbline.change.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.assess.ExecutiveContact;
import io.plumbline.assess.Finding;
import io.plumbline.assess.Reason;
import io.plumbline.assess.Trend;
import io.plumbline.change.AccountContext;
import io.plumbline.change.ChangePlanner;
import io.plumbline.change.ChangePolicy;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.FieldChange;
import io.plumbline.change.Given;
import io.plumbline.change.KnownState;
import io.plumbline.change.TargetField;
import io.plumbline.config.mapping.Result;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.RecordId;
import io.plumbline.testing.Trap;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class AccountFieldsTest {

    private static final Finding STALE = Given.finding("plan.review", Theme.CURRENCY, Severity.WARNING);
    private static final KnownState NEW = Given.nothingWritten();

    private final ChangePlanner planner = new ChangePlanner(Given.policy(), Given.people());

    @Test
    void firstVerdictWritesEveryKnownResultAndTheMoment() {
        Map<FieldName, FieldValue> written =
                values(plan(Given.verdict().findings(STALE).build(), NEW));

        assertThat(written)
                .containsEntry(Given.field(Result.HEALTH), FieldValue.number(82))
                .containsEntry(Given.field(Result.RETENTION), FieldValue.number(82))
                .containsEntry(Given.field(Result.GROWTH), FieldValue.number(62))
                .containsEntry(Given.field(Result.THOROUGHNESS), FieldValue.number(64))
                .containsEntry(Given.field(Result.VETTING), FieldValue.number(71))
                .containsEntry(Given.field(Result.ROLE_COVERAGE), FieldValue.number(33))
                .containsEntry(Given.field(Result.CONFIDENCE), FieldValue.number(97))
                .containsEntry(Given.field(Result.BAND), FieldValue.text("Green"))
                .containsEntry(Given.field(Result.PLAN_CURRENCY), FieldValue.text("Current"))
                .containsEntry(Given.field(Result.TREND), FieldValue.text("Steady"))
                .containsEntry(Given.field(Result.MISSING_ROLES), FieldValue.text("innovator"))
                .containsEntry(Given.field(Result.EXECUTIVE_CONTACT), FieldValue.text("In touch"))
                .doesNotContainKey(Given.field(Result.MISSING_SECTIONS))
                .containsEntry(Given.field(Result.ATTENTION), FieldValue.number(12_346))
                .containsEntry(Given.field(Result.NEXT_STEP), FieldValue.text("Do something about plan.review."))
                .containsEntry(Given.field(Result.CHANGED_ON), FieldValue.moment(Instant.parse("2026-06-30T04:00:00Z")))
                .containsKeys(Given.field(Result.REASONS), Given.field(Result.DETAIL))
                .doesNotContainKey(Given.field(Result.EXECUTION));
    }

    /** The second run with the same verdict writes nothing. */
    @Trap("F11")
    @Test
    void sameVerdictAgainWritesNothing() {
        Assessment verdict = Given.verdict().findings(STALE).build();

        assertThat(plan(verdict, written(verdict)).isEmpty()).isTrue();
    }

    /** A name as people paste it, which Salesforce hands back otherwise than it was sent. */
    @Trap({"E2", "E9"})
    @Test
    void nameWithACarriageReturnAControlAndANonCharacterLeadsToNoSecondWrite() {
        String name = "Nord\rlicht\u0007 \uFFFEAG";
        AccountContext context = new AccountContext(
                Given.ACCOUNT, name, Optional.of(Given.OWNER), Optional.empty(), Optional.of(name), BigDecimal.ONE);
        Assessment verdict = Given.verdict()
                .findings(new Finding(
                        STALE.id(),
                        STALE.theme(),
                        STALE.severity(),
                        STALE.evidence(),
                        name + " waits.",
                        "Call " + name))
                .reasons(new Reason("rhythm.recency", name, 5.34))
                .build();

        ChangeSet first = planner.plan(verdict, context, NEW, Given.NOW);
        KnownState stored = Given.stored(Given.after(NEW, first));

        assertThat(stored).isEqualTo(Given.after(NEW, first));
        assertThat(stored.tasks()).hasSize(1);
        assertThat(planner.plan(verdict, context, stored, Given.NOW).isEmpty()).isTrue();
    }

    /** The words of a finding name days, and attention moves with amounts: neither is news. */
    @Test
    void nothingIsWrittenBecauseADayWentBy() {
        Finding today = new Finding(
                STALE.id(),
                STALE.theme(),
                STALE.severity(),
                STALE.evidence(),
                "Not reviewed for 61 days.",
                "Review it.");
        Finding tomorrow = new Finding(
                STALE.id(),
                STALE.theme(),
                STALE.severity(),
                STALE.evidence(),
                "Not reviewed for 62 days.",
                "Review it now.");
        KnownState known = written(Given.verdict().findings(today).build());
        Assessment next = Given.verdict()
                .on(Given.DAY.plusDays(1))
                .findings(tomorrow)
                .attention(13_000.0)
                .health(82.2, Band.GREEN)
                .reasons(
                        new Reason("rhythm.recency", "Last contact", 5.41),
                        new Reason("breadth.engaged", "People in touch", 0.03))
                .build();

        assertThat(plan(next, known).isEmpty()).isTrue();
    }

    static Stream<Assessment> verdictsThatDiffer() {
        return Stream.of(
                Given.verdict().findings(STALE).health(82.5, Band.GREEN).build(),
                Given.verdict().findings(STALE).health(82.4, Band.AMBER).build(),
                Given.verdict().findings(STALE).vetting(null).build(),
                Given.verdict().findings(STALE).trend(Trend.DECLINING).build(),
                Given.verdict().findings(STALE).currency(ClockVerdict.STALE).build(),
                Given.verdict()
                        .findings(STALE)
                        .reasons(new Reason("rhythm.recency", "Last contact", 5.34))
                        .build(),
                Given.verdict().build(),
                Given.verdict()
                        .findings(Given.finding("plan.review", Theme.CURRENCY, Severity.CRITICAL))
                        .build());
    }

    @ParameterizedTest
    @MethodSource("verdictsThatDiffer")
    void everyJudgedValueBringsTheTextsAlong(Assessment verdict) {
        Assessment later = Given.verdict().findings(STALE).attention(99_999.0).build();

        Map<FieldName, FieldValue> changed = values(plan(verdict, written(later)));

        assertThat(changed)
                .containsKeys(
                        Given.field(Result.DETAIL), Given.field(Result.ATTENTION), Given.field(Result.CHANGED_ON));
    }

    @Test
    void whatIsMissingIsNamedInTheAdministratorsWordsInTheOrderOfTheModel() {
        Map<String, Double> sections = new LinkedHashMap<>();
        sections.put("risks", 0.0);
        sections.put("touch_points", 0.01);
        sections.put("action_plan", 0.0);
        ChangePlanner german =
                new ChangePlanner(Given.policy().withLabels(Map.of("section.risks", "Risiken")), Given.people());

        Map<FieldName, FieldValue> written = values(german.plan(
                Given.verdict()
                        .sections(sections)
                        .missingRoles("project_manager", "innovator")
                        .build(),
                Given.context(),
                NEW,
                Given.NOW));

        assertThat(written)
                .containsEntry(Given.field(Result.MISSING_SECTIONS), FieldValue.text("Risiken; action plan"))
                .containsEntry(Given.field(Result.MISSING_ROLES), FieldValue.text("project manager; innovator"));
    }

    @Test
    void namesOfWhatIsMissingAreCutToTheirField() {
        String[] roles = IntStream.range(0, 40).mapToObj(role -> "role_" + role).toArray(String[]::new);
        Assessment verdict = Given.verdict().missingRoles(roles).build();

        FieldValue names = values(plan(verdict, NEW)).get(Given.field(Result.MISSING_ROLES));

        assertThat(names.toString()).hasSize(255).endsWith("...");
        assertThat(plan(verdict, written(verdict)).isEmpty()).isTrue();
    }

    @Test
    void anotherMissingRoleIsNewsThoughAsManyAreFilled() {
        KnownState known = written(Given.verdict().missingRoles("innovator").build());

        Map<FieldName, FieldValue> written =
                values(plan(Given.verdict().missingRoles("collaborator").build(), known));

        assertThat(written)
                .containsEntry(Given.field(Result.MISSING_ROLES), FieldValue.text("collaborator"))
                .containsKey(Given.field(Result.DETAIL));
    }

    @Test
    void executivesWhoAreSilentAreNotThoseOfWhomNobodyKnows() {
        KnownState known = written(Given.verdict().build());

        assertThat(values(plan(Given.verdict().executives(ExecutiveContact.NONE).build(), known)))
                .containsEntry(Given.field(Result.EXECUTIVE_CONTACT), FieldValue.text("None"));
        assertThat(values(plan(Given.verdict().executives(null).build(), known)))
                .containsEntry(Given.field(Result.EXECUTIVE_CONTACT), FieldValue.EMPTY);
    }

    @Test
    void whatIsNoLongerKnownIsClearedAndWhatNeverWasIsLeft() {
        KnownState known = written(Given.verdict().build());
        ChangeSet set = plan(
                Given.verdict().health(null, Band.INSUFFICIENT).attention(null).build(), known);

        assertThat(values(set))
                .containsEntry(Given.field(Result.HEALTH), FieldValue.EMPTY)
                .containsEntry(Given.field(Result.ATTENTION), FieldValue.EMPTY)
                .containsEntry(Given.field(Result.BAND), FieldValue.text("Not enough data"))
                .doesNotContainKey(Given.field(Result.EXECUTION));
        assertThat(reason(set, Result.HEALTH)).isEqualTo("no longer known");
    }

    @Test
    void reasonNamesBothValues() {
        KnownState known = written(Given.verdict().build());
        ChangeSet set = plan(Given.verdict().health(61.0, Band.AMBER).build(), known);

        assertThat(reason(set, Result.HEALTH)).isEqualTo("was 82, is 61");
        assertThat(reason(set, Result.BAND)).isEqualTo("was Green, is Amber");
        assertThat(reason(plan(Given.verdict().build(), NEW), Result.HEALTH)).isEqualTo("written for the first time");
        KnownState unvetted = written(Given.verdict().vetting(null).build());
        assertThat(reason(plan(Given.verdict().build(), unvetted), Result.VETTING))
                .isEqualTo("was blank, is 71");
    }

    @Test
    void scoreChangedByHandIsPutBackAndSaidSo() {
        Assessment verdict = Given.verdict().build();
        KnownState known = Given.with(written(verdict), Result.HEALTH, FieldValue.number(100));
        ChangeSet set = plan(verdict, known);

        assertThat(values(set))
                .containsOnlyKeys(Given.field(Result.HEALTH), Given.field(Result.CHANGED_ON))
                .containsEntry(Given.field(Result.HEALTH), FieldValue.number(82));
        assertThat(reason(set, Result.HEALTH)).isEqualTo("changed by hand to 100, put back");
    }

    static Stream<Result> texts() {
        return Stream.of(Result.REASONS, Result.NEXT_STEP, Result.DETAIL, Result.ATTENTION);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textChangedByHandIsWrittenAnew(Result result) {
        Assessment verdict = Given.verdict().findings(STALE).build();
        FieldValue byHand = result == Result.ATTENTION ? FieldValue.number(1) : FieldValue.text("all fine, trust me");
        KnownState before = written(verdict);
        KnownState known = Given.with(before, result, byHand);
        ChangeSet set = plan(verdict, known);

        assertThat(values(set))
                .containsEntry(Given.field(result), before.fields().get(Given.field(result)));
        assertThat(plan(verdict, Given.after(known, set)).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textEmptiedByHandIsPutBack(Result result) {
        Assessment verdict = Given.verdict().findings(STALE).build();
        KnownState known = Given.with(written(verdict), result, FieldValue.EMPTY);

        assertThat(values(plan(verdict, known))).containsKey(Given.field(result));
    }

    @Test
    void otherLineEndsAndTrailingBlanksAreNoChange() {
        Assessment verdict = Given.verdict().build();
        KnownState known = written(verdict);
        String reasons = known.fields().get(Given.field(Result.REASONS)).toString();
        KnownState asKept = Given.with(known, Result.REASONS, FieldValue.text(reasons.replace("\n", "\r\n") + " "));

        assertThat(reasons).contains("\n");
        assertThat(plan(verdict, asKept).isEmpty()).isTrue();
    }

    /** The mark lives beside the texts, so a lost database rewrites nothing; without the detail the journal has it. */
    @Trap({"K7", "K9"})
    @Test
    void withoutADetailFieldTheJournalRemembersTheMark() {
        Set<Result> noDetail = EnumSet.complementOf(EnumSet.of(Result.DETAIL));
        ChangePlanner lean = new ChangePlanner(Given.policy(noDetail, 1), Given.people());
        Assessment verdict = Given.verdict().findings(STALE).build();
        ChangeSet first = lean.plan(verdict, Given.context(), NEW, Given.NOW);
        KnownState after = Given.after(NEW, first);
        KnownState remembered =
                new KnownState(after.fields(), after.tasks(), after.settledTasks(), Optional.of(first.mark()));
        Assessment moved = Given.verdict().findings(STALE).attention(99_999.0).build();

        assertThat(lean.plan(moved, Given.context(), remembered, Given.NOW).isEmpty())
                .isTrue();
        assertThat(values(lean.plan(moved, Given.context(), after, Given.NOW)))
                .containsOnlyKeys(Given.field(Result.ATTENTION), Given.field(Result.CHANGED_ON));
    }

    /** A field that was not read is unknown, which is not the same as empty. */
    @Trap("E6")
    @Test
    void fieldThatWasNotReadIsHeldWithAReason() {
        ChangeSet set = plan(Given.verdict().build(), Given.without(NEW, Result.HEALTH));

        assertThat(values(set)).doesNotContainKey(Given.field(Result.HEALTH));
        assertThat(set.held()).singleElement().satisfies(held -> {
            assertThat(held.what()).isEqualTo("Plumbline_Health__c");
            assertThat(held.reason()).contains("administrator");
        });
    }

    @Test
    void resultWithoutAFieldIsNotWritten() {
        ChangePlanner one = new ChangePlanner(Given.policy(EnumSet.of(Result.BAND), 1), Given.people());

        assertThat(values(one.plan(Given.verdict().build(), Given.context(), NEW, Given.NOW)))
                .containsOnlyKeys(Given.field(Result.BAND));
    }

    @ParameterizedTest
    @CsvSource({"1, 82.6, true", "2, 82.6, false", "2, 84.4, true", "3, 84.4, false", "3, 79.4, true"})
    void smallMovesAreWrittenFromTheConfiguredSizeOn(int least, double health, boolean isWritten) {
        ChangePlanner patient = new ChangePlanner(Given.policy(EnumSet.allOf(Result.class), least), Given.people());
        KnownState known = written(Given.verdict().build());
        ChangeSet set =
                patient.plan(Given.verdict().health(health, Band.GREEN).build(), Given.context(), known, Given.NOW);

        assertThat(!set.isEmpty()).isEqualTo(isWritten);
    }

    @Test
    void anotherBandBringsTheExactNumberHoweverSmallTheMove() {
        ChangePlanner patient = new ChangePlanner(Given.policy(EnumSet.allOf(Result.class), 5), Given.people());
        KnownState known = written(Given.verdict().build());
        ChangeSet set =
                patient.plan(Given.verdict().health(81.0, Band.AMBER).build(), Given.context(), known, Given.NOW);

        assertThat(values(set)).containsEntry(Given.field(Result.HEALTH), FieldValue.number(81));
    }

    /** Points by which health and retention moved, the least that is written, and what of them is. */
    @ParameterizedTest
    @CsvSource({"1, 3, 3, true", "2, 2, 3, false", "1, 1, 1, true", "0, 1, 3, false"})
    void numbersAreWrittenTogetherOrNotAtAll(int health, int confidence, int least, boolean areWritten) {
        ChangePlanner patient = new ChangePlanner(Given.policy(EnumSet.allOf(Result.class), least), Given.people());
        KnownState known = written(Given.verdict().confidence(60).build());
        Assessment moved = Given.verdict()
                .health(82.0 - health, Band.GREEN)
                .confidence(60 - confidence)
                .build();
        Map<FieldName, FieldValue> values = values(patient.plan(moved, Given.context(), known, Given.NOW));

        assertThat(!values.isEmpty()).isEqualTo(areWritten);
        if (areWritten) {
            assertThat(values)
                    .containsEntry(Given.field(Result.HEALTH), FieldValue.number(82 - health))
                    .containsEntry(Given.field(Result.CONFIDENCE), FieldValue.number(60 - confidence));
        }
    }

    /** Before and after, and whether anything else is new: only a first trend may come over all accounts in one night. */
    @ParameterizedTest
    @CsvSource({
        "NEW, STEADY, 0, true",
        "NEW, DECLINING, 1, true",
        "NEW, STEADY, 9, false",
        "STEADY, DECLINING, 0, false",
        "NEW, NEW, 9, false"
    })
    void firstTrendIsToldApartFromOtherNews(Trend before, Trend after, int points, boolean begins) {
        ChangePlanner patient = new ChangePlanner(Given.policy(EnumSet.allOf(Result.class), 3), Given.people());
        KnownState known = written(Given.verdict().trend(before).build());
        Assessment moved =
                Given.verdict().trend(after).health(82.0 - points, Band.GREEN).build();
        ChangeSet set = patient.plan(moved, Given.context(), known, Given.NOW);

        assertThat(set.isEmpty()).isFalse();
        assertThat(set.trendBegins()).isEqualTo(begins);
    }

    @Test
    void anotherReasonBringsTheExactNumbersHoweverSmallTheMove() {
        ChangePlanner patient = new ChangePlanner(Given.policy(EnumSet.allOf(Result.class), 5), Given.people());
        KnownState known = written(Given.verdict().build());
        ChangeSet set = patient.plan(
                Given.verdict().health(81.0, Band.GREEN).findings(STALE).build(), Given.context(), known, Given.NOW);

        assertThat(values(set)).containsEntry(Given.field(Result.HEALTH), FieldValue.number(81));
    }

    /** Patience is for what time does, not for what people do to our fields. */
    @Test
    void smallChangeByHandIsPutBackAllTheSame() {
        ChangePlanner patient = new ChangePlanner(Given.policy(EnumSet.allOf(Result.class), 5), Given.people());
        KnownState touched = Given.with(written(Given.verdict().build()), Result.HEALTH, FieldValue.number(84));

        assertThat(values(patient.plan(Given.verdict().build(), Given.context(), touched, Given.NOW)))
                .containsEntry(Given.field(Result.HEALTH), FieldValue.number(82));
    }

    /** The corporate currency is not the account's. */
    @Trap("H7")
    @Test
    void attentionIsWrittenInTheAccountsCurrency() {
        AccountContext dollars = new AccountContext(
                Given.ACCOUNT,
                "Acme",
                Optional.of(Given.OWNER),
                Optional.empty(),
                Optional.empty(),
                new BigDecimal("1.25"));
        ChangeSet set = planner.plan(Given.verdict().attention(1_000.2).build(), dollars, NEW, Given.NOW);

        assertThat(values(set)).containsEntry(Given.field(Result.ATTENTION), FieldValue.number(1_250));
    }

    @Test
    void withoutARateNoAmountIsWritten() {
        AccountContext noRate = new AccountContext(
                Given.ACCOUNT, "Acme", Optional.of(Given.OWNER), Optional.empty(), Optional.empty(), Optional.empty());
        KnownState known = Given.with(NEW, Result.ATTENTION, FieldValue.number(7));
        ChangeSet set = planner.plan(Given.verdict().build(), noRate, known, Given.NOW);

        assertThat(values(set)).containsEntry(Given.field(Result.ATTENTION), FieldValue.EMPTY);
    }

    /** What is no number never leaves us, and what the field cannot hold is cut to what it can. */
    @Trap("H9")
    @Test
    void numbersOutsideTheFieldAreBlankOrCut() {
        ChangeSet none = plan(
                Given.verdict()
                        .attention(Double.NaN)
                        .vetting(Double.POSITIVE_INFINITY)
                        .build(),
                NEW);
        ChangeSet huge = plan(Given.verdict().attention(1e20).build(), NEW);

        assertThat(values(none)).doesNotContainKeys(Given.field(Result.ATTENTION), Given.field(Result.VETTING));
        assertThat(values(huge))
                .containsEntry(Given.field(Result.ATTENTION), FieldValue.number(9_999_999_999_999_999L));
    }

    @Test
    void verdictFlipIsAChangeOfAnEarlierBandOrCurrency() {
        KnownState known = written(Given.verdict().build());
        ChangeSet band = plan(Given.verdict().health(60.0, Band.AMBER).build(), known);
        ChangeSet currency = plan(Given.verdict().currency(ClockVerdict.STALE).build(), known);
        ChangeSet number = plan(Given.verdict().health(80.0, Band.GREEN).build(), known);

        assertThat(band.verdictFlip()).isTrue();
        assertThat(currency.verdictFlip()).isTrue();
        assertThat(number.verdictFlip()).isFalse();
        assertThat(number.judgedBefore()).isTrue();
        assertThat(plan(Given.verdict().build(), NEW)).satisfies(first -> {
            assertThat(first.judgedBefore()).isFalse();
            assertThat(first.verdictFlip()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({"32768, false", "3000, true", "800, true", "300, true"})
    void detailIsValidJsonNoLongerThanItsField(int length, boolean cut) {
        Finding[] many = Stream.iterate(0, i -> i + 1)
                .limit(60)
                .map(i -> new Finding(
                        "section.s" + i,
                        Theme.THOROUGHNESS,
                        Severity.WARNING,
                        STALE.evidence(),
                        "Grüße \uD83D\uDE00 \"quoted\" " + i,
                        "Fill in section " + i + "."))
                .toArray(Finding[]::new);
        Assessment verdict = Given.verdict().findings(many).build();
        TargetField wide = Given.target(Result.DETAIL);
        ChangePolicy policy = ChangePolicy.of(
                List.of(new TargetField(wide.mapped(), length, 0)),
                Given.policy().tasks(),
                false,
                1,
                Optional.empty());
        ChangePlanner narrow = new ChangePlanner(policy, Given.people());
        ChangeSet set = narrow.plan(verdict, Given.context(), NEW, Given.NOW);
        String detail = values(set).get(Given.field(Result.DETAIL)).toString();

        assertThat(detail.length()).isLessThanOrEqualTo(length);
        assertThat(JsonMapper.shared().readTree(detail).path("cut").asBoolean(false))
                .isEqualTo(cut);
        assertThat(DetailJson.mark(detail)).contains(set.mark());
        assertThat(narrow.plan(verdict, Given.context(), Given.after(NEW, set), Given.NOW)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void refusesAnAssessmentOfAnotherAccount() {
        AccountContext other = new AccountContext(
                RecordId.of("001000000000009"),
                "B",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ONE);

        assertThatThrownBy(() -> planner.plan(Given.verdict().build(), other, NEW, Given.NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("001000000000009");
    }

    private ChangeSet plan(Assessment verdict, KnownState known) {
        return planner.plan(verdict, Given.context(), known, Given.NOW);
    }

    private KnownState written(Assessment verdict) {
        return Given.after(NEW, plan(verdict, NEW));
    }

    private static Map<FieldName, FieldValue> values(ChangeSet set) {
        return set.accountUpdate().stream()
                .flatMap(update -> update.fields().stream())
                .collect(Collectors.toMap(FieldChange::field, FieldChange::to, (a, b) -> a, TreeMap::new));
    }

    private static String reason(ChangeSet set, Result result) {
        return set.accountUpdate().orElseThrow().fields().stream()
                .filter(change -> change.field().equals(Given.field(result)))
                .findFirst()
                .orElseThrow()
                .reason();
    }
}
