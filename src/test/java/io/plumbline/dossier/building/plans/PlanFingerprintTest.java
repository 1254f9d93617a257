package io.plumbline.dossier.building.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.Source;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.crm.FieldName;
import io.plumbline.dossier.Item;
import io.plumbline.dossier.Objective;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.PlanSection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanFingerprintTest {

    private static final String TEXT = "Grow with them in Asia & Africa";

    @Test
    @DisplayName("plans that hang on other records of an account are found only among all that hangs on it")
    void readsTheSourcesOfPlansAloneWherePlansNameTheirAccount() {
        Mapping shipped = Configuration.shipped().mapping();
        assertThat(PlanFingerprint.rows(shipped)).isEqualTo(PlanFingerprint.ROWS);

        Source plans = shipped.source(SourceName.PLANS).orElseThrow();
        Map<SourceName, Source> sources = new HashMap<>(shipped.sources());
        sources.put(
                SourceName.PLANS,
                new Source(
                        plans.name(),
                        plans.object(),
                        FieldName.of("Opportunity__r.AccountId"),
                        FieldName.of("Opportunity__c"),
                        null,
                        false,
                        plans.fields()));
        Mapping onDeals = new Mapping(
                sources,
                shipped.columns(),
                shipped.facts(),
                shipped.historyFacts(),
                shipped.sections(),
                shipped.results(),
                shipped.taskKey());
        assertThat(PlanFingerprint.rows(onDeals)).isEmpty();
    }

    @ParameterizedTest(name = "[{0}] is no change")
    @CsvSource({
        "'  Grow with   them in Asia & Africa '",
        "'<p>Grow with <b>them</b> in<br/>Asia &amp; Africa</p>'",
        "'<!-- new --><div class=\"x\">Grow with them in&nbsp;Asia &#38; Africa</div>'",
        "'GROW WITH THEM IN ASIA & AFRICA'",
        "'Grow with them in Asia &amp; Africa 2026-06-30'",
        "'30.6.2026 Grow with them in Asia & Africa'",
        "'Grow with them <i>6/30/2026</i> in Asia & Africa'",
        "'\u2003Grow\u00A0with\u202Fthem\u3000in\tAsia\u2028&\nAfrica'"
    })
    void spacesMarkupAndLetterCaseAreNoChange(String text) {
        assertThat(fingerprint(plan(text, List.of(), 100.0, null)))
                .isEqualTo(fingerprint(plan(TEXT, List.of(), 100.0, null)));
    }

    @ParameterizedTest(name = "[{0}] is a change")
    @CsvSource({
        "Grow with them in Asia",
        "Grow with them in Asia and Africa",
        "''",
        "Grow with them in Asia < Africa",
        "Grow with them in Asia & Africa 2026",
        "Grow with them in Asia & Africa 4.5 2026",
        "Grow with them in Asia &amp Africa"
    })
    void otherWordsAreAChange(String text) {
        assertThat(fingerprint(plan(text, List.of(), 100.0, null)))
                .isNotEqualTo(fingerprint(plan(TEXT, List.of(), 100.0, null)));
    }

    @Test
    void theOrderOfEntriesIsNoChange() {
        Item one = Item.of(Map.of("id", "1", "name", "One", "dueDate", LocalDate.of(2026, 6, 1)));
        Item two = Item.of(Map.of("id", "2", "name", "Two"));
        assertThat(fingerprint(plan(TEXT, List.of(one, two), 100.0, null)))
                .isEqualTo(fingerprint(plan(TEXT, List.of(two, one), 100.0, null)));
    }

    @Test
    void datesIdsAndProgressAreNoChangeWhileNamesOwnersAndAmountsAre() {
        Map<String, Object> before = Map.of(
                "id",
                "1",
                "name",
                "One",
                "ownerId",
                "005A",
                "dueDate",
                LocalDate.of(2026, 6, 1),
                "progress",
                0.2,
                "supplierValue",
                5);
        assertThat(fingerprint(with(before, "dueDate", LocalDate.of(2026, 9, 1))))
                .isEqualTo(fingerprint(with(before)));
        assertThat(fingerprint(with(before, "id", "9"))).isEqualTo(fingerprint(with(before)));
        assertThat(fingerprint(with(before, "progress", 0.9))).isEqualTo(fingerprint(with(before)));
        assertThat(fingerprint(with(before, "supplierValue", new BigDecimal("5.00"))))
                .isEqualTo(fingerprint(with(before)));
        assertThat(fingerprint(with(before, "supplierValue", 6))).isNotEqualTo(fingerprint(with(before)));
        assertThat(fingerprint(with(before, "name", "Uno"))).isNotEqualTo(fingerprint(with(before)));
        assertThat(fingerprint(with(before, "ownerId", "005B"))).isNotEqualTo(fingerprint(with(before)));
    }

    @Test
    void theEditOfTheDayItselfIsNoChange() {
        assertThat(fingerprint(plan(TEXT, List.of(), 100.0, LocalDate.of(2026, 6, 30))))
                .isEqualTo(fingerprint(plan(TEXT, List.of(), 100.0, LocalDate.of(2026, 1, 1))));
    }

    @Test
    void anotherTargetIsAChange() {
        assertThat(fingerprint(plan(TEXT, List.of(), 101.0, null)))
                .isNotEqualTo(fingerprint(plan(TEXT, List.of(), 100.0, null)));
    }

    @Test
    void theSameWordsUnderAnotherHeadingAreAChange() {
        Plan elsewhere = new Plan(
                "a",
                "P",
                Plan.State.ACTIVE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                100.0,
                Map.of("competition", new PlanSection(TEXT, List.of(), null)),
                null,
                null,
                null,
                null);
        assertThat(fingerprint(elsewhere)).isNotEqualTo(fingerprint(plan(TEXT, List.of(), 100.0, null)));
    }

    private static Plan with(Map<String, Object> item, Object... change) {
        Map<String, Object> fields = new HashMap<>(item);
        if (change.length > 0) {
            fields.put((String) change[0], change[1]);
        }
        return plan(TEXT, List.of(Item.of(fields)), 100.0, null);
    }

    private static Plan plan(String text, List<Item> items, Double target, @Nullable LocalDate edited) {
        return new Plan(
                "a",
                "P",
                Plan.State.ACTIVE,
                "005",
                LocalDate.of(2026, 1, 1),
                null,
                edited,
                null,
                edited,
                null,
                null,
                target,
                Map.of("industry", new PlanSection(text, items, null)),
                items.stream().map(Objective::of).toList(),
                null,
                null,
                null);
    }

    private static String fingerprint(Plan plan) {
        return PlanFingerprint.of(plan);
    }
}
