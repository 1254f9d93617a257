package io.plumbline.assess.currency;

import static io.plumbline.assess.GivenAccount.ago;
import static io.plumbline.assess.GivenAccount.ahead;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.GivenAccount;
import org.junit.jupiter.api.Test;

/** Which of several plans people are to work by (model section 2, governing plan). */
class GoverningPlanTest {

    @Test
    void aPlanGovernsFromItsFirstDayToItsLast() {
        String runsOut = plan("FIRST", -300, 0, "");
        assertThat(governing(plan("LATER", 1, 400, ""), runsOut)).isEqualTo("FIRST");
        assertThat(governing(runsOut, plan("NEW", 0, 400, ""))).isEqualTo("NEW");
        assertThat(governing(plan("OVER", -200, -1, ""), runsOut)).isEqualTo("FIRST");
    }

    @Test
    void ofSeveralThatCoverTheDayTheOneThatStartedLastGoverns() {
        // The other one ends later, which counts only among plans that are over.
        assertThat(governing(plan("OLD", -100, 300, ""), plan("NEW", -99, 10, "")))
                .isEqualTo("NEW");
        assertThat(governing(plan("NEW", -99, 10, ""), plan("OLD", -100, 300, "")))
                .isEqualTo("NEW");
    }

    @Test
    void ofThoseThatStartedTogetherTheOneModifiedLastGoverns() {
        String older = plan("A", -100, 100, ", 'lastModifiedDate': '" + ago(9) + "'");
        String newer = plan("B", -100, 100, ", 'lastModifiedDate': '" + ago(8) + "'");
        String never = plan("0", -100, 100, "");
        assertThat(governing(never, older, newer)).isEqualTo("B");
        assertThat(governing(newer, older, never)).isEqualTo("B");
        assertThat(governing(never, older)).isEqualTo("A");
    }

    @Test
    void otherwiseTheOneWithTheSmallestIdGoverns() {
        assertThat(governing(plan("b", -100, 100, ""), plan("a", -100, 100, ""), plan("c", -100, 100, "")))
                .isEqualTo("a");
        assertThat(governing(plan("a", -100, 100, ""), plan("B", -100, 100, "")))
                .isEqualTo("B");
    }

    @Test
    void whenNoneCoversTheDayTheOneThatEndedLastGoverns() {
        assertThat(governing(plan("SHORT", -50, -20, ""), plan("LONG", -300, -19, "")))
                .isEqualTo("LONG");
        assertThat(governing(endless("ENDLESS", -10), plan("LONG", -300, -19, "")))
                .isEqualTo("LONG");
        assertThat(governing(plan("EARLY", -300, -19, ""), plan("LATE", -299, -19, "")))
                .isEqualTo("LATE");
        assertThat(governing(plan("FUTURE", 1, 500, ""), endless("ENDLESS", -10)))
                .isEqualTo("ENDLESS");
    }

    @Test
    void whenNoneHasStartedTheOneThatStartsFirstGoverns() {
        String undated = "{'id': 'UNDATED', 'state': 'active'}";
        assertThat(governing(undated, plan("LATER", 11, 20, ""), plan("SOON", 10, 300, "")))
                .isEqualTo("SOON");
        assertThat(governing(undated)).isEqualTo("UNDATED");
        assertThat(governing(plan("b", 10, 20, ""), plan("a", 10, 300, ""))).isEqualTo("a");
    }

    @Test
    void onlyActivePlansGovern() {
        String draft = "{'id': 'D', 'state': 'draft', 'periodStart': '2026-01-01', 'periodEnd': '2026-12-31'}";
        assertThat(governing(draft, plan("OVER", -300, -200, ""))).isEqualTo("OVER");
        assertThat(governing(draft)).isNull();
    }

    private static String governing(String... plans) {
        return GivenAccount.with("'plans': [" + String.join(", ", plans) + "]")
                .assess()
                .planId();
    }

    private static String plan(String id, int start, int end, String more) {
        return "{'id': '" + id + "', 'state': 'active', 'periodStart': '" + ahead(start) + "', 'periodEnd': '"
                + ahead(end) + "'" + more + "}";
    }

    private static String endless(String id, int start) {
        return "{'id': '" + id + "', 'state': 'active', 'periodStart': '" + ahead(start) + "'}";
    }
}
