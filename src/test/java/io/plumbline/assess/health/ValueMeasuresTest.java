package io.plumbline.assess.health;

import static io.plumbline.assess.GivenAccount.ago;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.GivenAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether we bring them value of our own accord, and across what we offer (model section 5, value). */
class ValueMeasuresTest {

    @ParameterizedTest
    @CsvSource({"0, 0.25", "364, 0.25", "365, 0", "-1, 0"})
    void theShareOfDealsWeStartedIsByAmountOfThoseCreatedWithinAYear(int daysAgo, double x) {
        GivenAccount account = GivenAccount.with("'opportunities': [" + deal(daysAgo, 10, " account PLAN ") + ", "
                + deal(1, 30, "Web") + ", " + deal(1, 500, "") + ", " + deal(1, 500, "tbd") + ", "
                + deal(366, 500, "Web") + "]");

        assertThat(account.x("value.proactive")).isEqualTo(x);
    }

    @Test
    void dealsWithoutAmountHaveNoShare() {
        assertThat(GivenAccount.with("'opportunities': [" + deal(1, 0, "Account Plan") + "]")
                        .measure("value.proactive"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {
                "0, 4, 0.5",
                "364, 4, 0.5",
                "365, 4, unknown",
                "-1, 4, unknown",
                "0, 0, unknown",
                "0, null, unknown",
                "0, -4, unknown"
            })
    void whiteSpaceIsTheShareOfOurFamiliesTheyBoughtWithinAYear(int daysAgo, String offered, Double x) {
        GivenAccount account = GivenAccount.with("'productFamiliesOffered': " + offered
                + ", 'opportunities': [{'isClosed': true, 'isWon': true, 'closeDate': '" + ago(daysAgo)
                + "', 'families': ['Pumps', ' pumps', 'VALVES', '', 'n/a']},"
                + " {'isClosed': true, 'closeDate': '" + ago(daysAgo) + "', 'families': ['Lost']}]");

        assertThat(account.measure("value.whitespace") == null ? null : account.x("value.whitespace"))
                .isEqualTo(x);
    }

    private static String deal(int createdDaysAgo, double amount, String source) {
        return "{'amount': " + amount + ", 'createdDate': '" + ago(createdDaysAgo) + "', 'source': '" + source + "'}";
    }
}
