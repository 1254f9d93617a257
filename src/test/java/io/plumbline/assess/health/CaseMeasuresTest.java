package io.plumbline.assess.health;

import static io.plumbline.assess.GivenAccount.ago;
import static io.plumbline.assess.GivenAccount.ahead;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.GivenAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether their support cases are under control (model section 5, satisfaction). */
class CaseMeasuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"satisfaction.escalations", "satisfaction.case_age", "satisfaction.case_trend"})
    void casesSaySomethingWhileOneIsOpenOrAYoungOneThere(String measure) {
        assertThat(GivenAccount.with("'cases': null").measure(measure)).isNull();
        assertThat(GivenAccount.with("'cases': []").measure(measure)).isNull();
        assertThat(GivenAccount.with("'cases': [" + closed(365, 1) + "]").measure(measure))
                .isNull();
        assertThat(GivenAccount.with("'cases': [" + closed(364, 1) + "]").measure(measure))
                .isNotNull();
        assertThat(GivenAccount.with("'cases': [" + open(900, false) + "]").measure(measure))
                .isNotNull();
        assertThat(GivenAccount.with("'cases': [" + open(-1, true) + ", {'id': 'S', 'escalated': true}]")
                        .measure(measure))
                .isNull();
    }

    @Test
    void countsEscalatedCasesThatAreOpen() {
        String closesTomorrow =
                "{'id': 'S', 'escalated': true, 'createdDate': '" + ago(3) + "', 'closedDate': '" + ahead(1) + "'}";
        String closedToday =
                "{'id': 'S', 'escalated': true, 'createdDate': '" + ago(3) + "', 'closedDate': '" + ago(0) + "'}";
        GivenAccount account = GivenAccount.with("'cases': [" + open(0, true) + ", " + closesTomorrow + ", "
                + closedToday + ", " + open(3, false) + ", " + open(-1, true) + "]");

        assertThat(account.x("satisfaction.escalations")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "3 9, 6", "9 3 40, 9", "1 40 3 10, 6.5"})
    void theAgeOfOpenCasesIsTheirMedian(String ages, double median) {
        StringBuilder cases = new StringBuilder(closed(300, 299));
        for (String age : ages.split(" ")) {
            cases.append(", ").append(open(Integer.parseInt(age), false));
        }

        assertThat(GivenAccount.with("'cases': [" + cases + "]").x("satisfaction.case_age"))
                .isEqualTo(median);
    }

    @Test
    void noOpenCaseIsTheBestAge() {
        assertThat(GivenAccount.with("'cases': [" + closed(10, 2) + "]").measure("satisfaction.case_age"))
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"0, 90, 1", "89, 89, 2", "90, 90, 0.5", "0, 179, 1", "0, 180, 1.5", "-1, 0, 1.5"})
    void theTrendComparesTheCasesOfTwoSpansOfNinetyDays(int one, int other, double quotient) {
        assertThat(GivenAccount.with("'cases': [" + open(one, false) + ", " + closed(other, 0) + "]")
                        .x("satisfaction.case_trend"))
                .isEqualTo(quotient);
    }

    private static String open(int createdDaysAgo, boolean escalated) {
        return "{'id': 'S', 'escalated': " + escalated + ", 'createdDate': '" + ago(createdDaysAgo) + "'}";
    }

    private static String closed(int createdDaysAgo, int closedDaysAgo) {
        return "{'id': 'S', 'createdDate': '" + ago(createdDaysAgo) + "', 'closedDate': '" + ago(closedDaysAgo) + "'}";
    }
}
