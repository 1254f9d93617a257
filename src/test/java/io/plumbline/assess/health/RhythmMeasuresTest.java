package io.plumbline.assess.health;

import static io.plumbline.assess.GivenAccount.ago;
import static io.plumbline.assess.GivenAccount.ahead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.assess.GivenAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether both sides keep talking, for tier 1 (model section 5, rhythm). */
class RhythmMeasuresTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rhythm.recency",
                "rhythm.trend",
                "rhythm.reciprocity",
                "rhythm.next_meeting",
                "executive.engaged",
                "executive.recency",
                "breadth.engaged",
                "breadth.customer_concentration",
                "breadth.supplier_concentration"
            })
    void silenceSaysNothingWhereNobodyLogs(String measure) {
        String talks = "'contacts': [{'id': 'C1', 'title': 'CEO'}], 'interactions': [" + talk("meeting", 1)
                + mails(5, 5, 1) + "]";
        assertThat(GivenAccount.with(talks).measure(measure)).isNotNull();
        assertThat(GivenAccount.with(talks)
                        .and("'activityCapture': false")
                        .explain()
                        .assessment()
                        .health()
                        .measures())
                .containsEntry(measure, null);
    }

    @Test
    void neverHavingTalkedIsAsOldAsAYear() {
        assertThat(GivenAccount.with("'interactions': []").measure("rhythm.recency"))
                .isZero();
        assertThat(GivenAccount.with("'interactions': [" + talk("call", 9) + ", " + talk("call", 800) + "]")
                        .measure("rhythm.recency"))
                .isCloseTo(100 - 40 * 2 / 23.0, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"400, 365", "365, 365", "364, 364"})
    void talksOlderThanAYearCountAsAYearOld(int daysAgo, double days) {
        assertThat(GivenAccount.with("'interactions': [" + talk("call", daysAgo) + "]")
                        .x("rhythm.recency"))
                .isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"89, 90, 1", "0, 179, 1", "0, 180, 2", "89, 89, 3", "90, 90, 0.3333333333333333"})
    void theTrendComparesTwoSpansOfNinetyDays(int one, int other, double quotient) {
        // Two meetings of weight 3 and a smoothing of 3: 3+3 over 0+3 is 2, and 3+3+3 over 3 is 3.
        GivenAccount account =
                GivenAccount.with("'interactions': [" + talk("meeting", one) + ", " + talk("meeting", other) + "]");

        assertThat(account.x("rhythm.trend")).isEqualTo(quotient);
    }

    @Test
    void aMeetingWeighsMoreThanACallAndACallMoreThanAnEmail() {
        for (String[] kind :
                new String[][] {{"meeting", "2"}, {"call", "1.6666666666666667"}, {"fax", "1.3333333333333333"}}) {
            assertThat(GivenAccount.with("'interactions': [{'kind': '" + kind[0] + "', 'direction': 'in', 'date': '"
                                    + ago(0) + "'}]")
                            .x("rhythm.trend"))
                    .isEqualTo(Double.valueOf(kind[1]));
        }
    }

    @Test
    void thereIsNoTrendWithoutTalksInEitherSpan() {
        assertThat(GivenAccount.with("'interactions': [" + talk("meeting", 180) + "]")
                        .measure("rhythm.trend"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {
                "4, 4, 0, unknown",
                "5, 2, 0, 100",
                "5, 1, 0, 50",
                "5, 0, 0, 0",
                "5, 2, 89, 100",
                "5, 2, 90, unknown"
            })
    void reciprocityIsTheShareOfEmailsThatCameFromThem(int emails, int theirs, int daysAgo, Double score) {
        assertThat(GivenAccount.with("'interactions': [" + talk("call", 1) + mails(emails, theirs, daysAgo) + "]")
                        .measure("rhythm.reciprocity"))
                .isEqualTo(score);
    }

    @Test
    void withoutEmailsThereIsNoReciprocityHoweverFewThePolicyAsksFor() {
        assertThat(GivenAccount.with("'interactions': [" + talk("call", 1) + "]")
                        .where("minEmails: 5", "minEmails: 0")
                        .measure("rhythm.reciprocity"))
                .isNull();
    }

    @Test
    void onlyAMeetingIsANextMeetingInWhateverDirection() {
        assertThat(next("meeting", "out")).isEqualTo(100);
        assertThat(next("call", "both")).isEqualTo(25);
    }

    private static Double next(String kind, String direction) {
        return GivenAccount.with("'interactions': [{'kind': '" + kind + "', 'direction': '" + direction + "', 'date': '"
                        + ahead(3) + "'}]")
                .measure("rhythm.next_meeting");
    }

    private static String talk(String kind, int daysAgo) {
        return "{'kind': '" + kind + "', 'date': '" + ago(daysAgo) + "', 'contactIds': ['C1'], 'userIds': ['U1']}";
    }

    private static String mails(int all, int theirs, int daysAgo) {
        StringBuilder mails = new StringBuilder();
        for (int i = 0; i < all; i++) {
            mails.append(", {'kind': 'email', 'date': '" + ago(daysAgo) + "', 'direction': '"
                    + (i < theirs ? (i % 2 == 0 ? "in" : "both") : "out") + "'}");
        }
        return mails.toString();
    }
}
