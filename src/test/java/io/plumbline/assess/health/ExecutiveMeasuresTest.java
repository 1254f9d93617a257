package io.plumbline.assess.health;

import static io.plumbline.assess.GivenAccount.ago;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.ExecutiveContact;
import io.plumbline.assess.GivenAccount;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether their executives and our sponsor are in a relationship of tier 1 (model section 5, executive). */
class ExecutiveMeasuresTest {

    private static final String PEOPLE =
            "'contacts': [{'id': 'E1', 'title': 'CEO'}, {'id': 'E2', 'level': ' Executive'},"
                    + " {'id': 'LEFT', 'title': 'CFO', 'active': false}, {'id': 'B1', 'title': 'Buyer'}]";

    @ParameterizedTest
    @CsvSource({"0, 2", "89, 2", "90, 1", "-1, 1"})
    void countsEachActiveExecutiveInTouchWithinNinetyDaysOnce(int daysAgo, double x) {
        GivenAccount account = GivenAccount.with(PEOPLE + ", 'interactions': ["
                + call(1, "'E1', 'LEFT', 'B1', 'NOBODY'") + ", " + call(5, "'E1'") + ", " + call(daysAgo, "'E2'")
                + ", {'kind': 'email', 'date': '" + ago(1) + "', 'contactIds': ['E2']}]");

        assertThat(account.x("executive.engaged")).isEqualTo(x);
    }

    @ParameterizedTest
    @CsvSource({"89, 1, IN_TOUCH", "90, 1, NONE", "1, 2, IN_TOUCH", "1, 3, "})
    void executivesAreInTouchWhenOneOfThemIsWithinTheWindowOfATierThatAsks(
            int daysAgo, int tier, @Nullable ExecutiveContact contact) {
        GivenAccount account = GivenAccount.with("'account': {'id': 'A1', 'tier': " + tier + "}, " + PEOPLE
                + ", 'interactions': [" + call(daysAgo, "'E1'") + "]");

        assertThat(account.assess().health().executives()).isEqualTo(contact);
    }

    @ParameterizedTest
    @CsvSource({"364, 364", "365, 365", "400, 365"})
    void recencyIsTheDaysSinceAnExecutiveWasLastInTouch(int daysAgo, double x) {
        GivenAccount account = GivenAccount.with(PEOPLE + ", 'interactions': [" + call(1, "'B1', 'LEFT'") + ", "
                + call(daysAgo, "'E1'") + ", " + call(500, "'E1'") + "]");

        assertThat(account.x("executive.recency")).isEqualTo(x);
    }

    @Test
    void withoutAnyContactWithExecutivesRecencyIsAYear() {
        assertThat(GivenAccount.with(PEOPLE).x("executive.recency")).isEqualTo(365);
        assertThat(GivenAccount.with(PEOPLE).x("executive.engaged")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "'{\"id\": \"C1\"}', false",
        "'{\"id\": \"C1\", \"title\": \"tbd\"}', false",
        "'{\"id\": \"C1\", \"title\": \"\u793E\u9577\"}', false",
        "'{\"id\": \"C1\", \"title\": \"Buyer\"}', true",
        "'{\"id\": \"C1\", \"title\": \"Buyer\", \"active\": false}', true",
        "'{\"title\": \"Buyer\"}', true",
        "'{\"id\": \"C1\", \"level\": \"Staff\"}', true",
    })
    void executivesAreMissedOnlyWhereTheSeniorityOfSomebodyIsKnown(String contact, boolean known) {
        GivenAccount account = GivenAccount.with("'contacts': [" + contact + "]");

        assertThat(account.measure("executive.engaged") != null).isEqualTo(known);
        assertThat(account.measure("executive.recency") != null).isEqualTo(known);
        assertThat(account.isCappedBy("cap.no_executive")).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {"true, 119, 100", "true, 120, 40", "false, 119, 100", "false, 120, unknown", "true, -1, 40"})
    void aSponsorIsSeenWithinFourMonths(boolean captures, int daysAgo, Double score) {
        GivenAccount account = GivenAccount.with("'activityCapture': " + captures
                + ", 'users': [], 'team': [{'userId': 'U7', 'role': ' executive SPONSOR'}],"
                + "'interactions': [{'kind': 'email', 'direction': 'out', 'date': '" + ago(daysAgo)
                + "', 'userIds': ['U1', 'U7']}]");

        assertThat(account.measure("executive.sponsor")).isEqualTo(score);
    }

    @Test
    void onlyAnActiveUserInASponsorsRoleIsASponsor() {
        String seen = ", 'interactions': [" + "{'kind': 'call', 'date': '" + ago(1) + "', 'userIds': ['U7', 'U8']}]";
        assertThat(GivenAccount.with("'team': [{'userId': 'U7', 'role': 'Innovator'}]" + seen)
                        .measure("executive.sponsor"))
                .isZero();
        assertThat(GivenAccount.with("'users': [{'id': 'U8', 'active': false}], 'team': [{'userId': 'U8', 'role':"
                                + " 'Executive Sponsor'}, {'role': 'Executive Sponsor'}]" + seen)
                        .measure("executive.sponsor"))
                .isZero();
        assertThat(GivenAccount.with("'team': []" + seen).measure("executive.sponsor"))
                .isZero();
        assertThat(GivenAccount.with("'users': []" + seen).measure("executive.sponsor"))
                .isNull();
    }

    @Test
    void ofTwoSponsorsOneIsEnough() {
        assertThat(GivenAccount.with("'team': [{'userId': 'U7', 'role': 'Executive Sponsor'},"
                                + " {'userId': 'U8', 'role': 'Executive Sponsor'}], 'interactions': [{'kind': 'call', 'date': '"
                                + ago(1) + "', 'userIds': ['U8']}]")
                        .measure("executive.sponsor"))
                .isEqualTo(100);
    }

    private static String call(int daysAgo, String contacts) {
        return "{'kind': 'call', 'date': '" + ago(daysAgo) + "', 'contactIds': [" + contacts + "]}";
    }
}
