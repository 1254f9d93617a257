package io.plumbline.assess.health;

import static io.plumbline.assess.GivenAccount.ago;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.assess.GivenAccount;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a relationship of tier 1 rests on many people (model section 5, breadth). */
class BreadthMeasuresTest {

    private static final String CONTACTS = "'contacts': [{'id': 'C1'}, {'id': 'C2'}, {'id': 'C3', 'active': false}]";

    @ParameterizedTest
    @CsvSource({"0, 2", "89, 2", "90, 1", "-1, 1"})
    void countsEachActiveContactInTouchWithinNinetyDaysOnce(int daysAgo, double x) {
        GivenAccount account =
                GivenAccount.with(CONTACTS + ", 'interactions': [" + talk(1, "'C1', 'C1', 'C3', 'C9'", "") + ", "
                        + talk(2, "'C1'", "") + ", " + talk(daysAgo, "'C2'", "") + "]");

        assertThat(account.x("breadth.engaged")).isEqualTo(x);
    }

    @Test
    void concentrationIsTheSumOfSquaredShares() {
        // Units today: 2 of C1 and 1 of C2; the inactive C3 has none.
        GivenAccount account = GivenAccount.with(CONTACTS + ", 'interactions': [" + call(0, "'C1', 'C3'", "'U1'") + ", "
                + mail(0, "'C2'", "'U2'") + "]");

        assertThat(account.x("breadth.customer_concentration")).isCloseTo(5 / 9.0, within(1e-9));
        assertThat(account.x("breadth.supplier_concentration")).isCloseTo(5 / 9.0, within(1e-9));
    }

    @Test
    void whoIsListedTwiceInAnInteractionCountsOnce() {
        GivenAccount account = GivenAccount.with(
                CONTACTS + ", 'interactions': [" + mail(0, "'C1', 'C1', 'C2'", "'U1', 'U1', 'U2'") + "]");

        assertThat(account.x("breadth.customer_concentration")).isEqualTo(0.5);
        assertThat(account.x("breadth.supplier_concentration")).isEqualTo(0.5);
    }

    @Test
    void theSameHoldsOfAMailToManyPeople() {
        String many = IntStream.range(0, 80).mapToObj(i -> "'U" + i % 40 + "'").collect(Collectors.joining(", "));
        GivenAccount account = GivenAccount.with("'interactions': [" + mail(0, "", many + ", 'U0'") + "]");

        assertThat(account.x("breadth.supplier_concentration")).isCloseTo(1 / 40.0, within(1e-9));
    }

    @Test
    void unitsHalveEverySixtyDays() {
        GivenAccount account = GivenAccount.with(
                CONTACTS + ", 'interactions': [" + call(60, "'C1'", "") + ", " + mail(0, "'C2'", "") + "]");

        assertThat(account.x("breadth.customer_concentration")).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void moreThanThreeUnitsThroughOnePersonAreNoMoreConcentration() {
        // 6 units of C1 count as 3, and 1 of C2: 9/16 + 1/16.
        GivenAccount account = GivenAccount.with(CONTACTS + ", 'interactions': [" + talk(0, "'C1'", "") + ", "
                + talk(0, "'C1'", "") + ", " + mail(0, "'C2'", "") + "]");

        assertThat(account.x("breadth.customer_concentration")).isCloseTo(0.625, within(1e-9));
        assertThat(account.where("unitCap: 3", "unitCap: 7").x("breadth.customer_concentration"))
                .isCloseTo(37 / 49.0, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {"364, 0", "365, unknown"})
    void talkingToNobodyInParticularForAYearIsTheWorstConcentration(int daysAgo, Double score) {
        GivenAccount account =
                GivenAccount.with(CONTACTS + ", 'interactions': [" + talk(daysAgo, "'C3'", "'U1'") + "]");

        assertThat(account.measure("breadth.customer_concentration")).isEqualTo(score);
        // One user of ours has all the units, if there are any.
        assertThat(account.measure("breadth.supplier_concentration")).isEqualTo(score);
    }

    @Test
    void unitsOlderThanAYearAreNone() {
        GivenAccount account = GivenAccount.with(
                CONTACTS + ", 'interactions': [" + talk(364, "'C1'", "'U1'") + ", " + talk(365, "'C2'", "'U2'") + "]");

        assertThat(account.x("breadth.customer_concentration")).isEqualTo(1);
        assertThat(account.x("breadth.supplier_concentration")).isEqualTo(1);
    }

    @Test
    void whatWeighsNothingIsNoUnit() {
        GivenAccount account = GivenAccount.with(CONTACTS + ", 'interactions': [" + mail(0, "'C1'", "'U1'") + ", "
                        + talk(0, "'C2'", "'U2'") + "]")
                .where("email: 1", "email: 0");

        assertThat(account.x("breadth.customer_concentration")).isEqualTo(1);
        assertThat(GivenAccount.with(CONTACTS + ", 'interactions': [" + mail(0, "'C1'", "'U1'") + "]")
                        .where("email: 1", "email: 0")
                        .measure("breadth.supplier_concentration"))
                .isNull();
    }

    @Test
    void usersCountForOurSideActiveOrNot() {
        GivenAccount account = GivenAccount.with("'users': [{'id': 'U2', 'active': false}], 'interactions': ["
                + talk(0, "", "'U1'") + ", " + talk(0, "", "'U2'") + "]");

        assertThat(account.x("breadth.supplier_concentration")).isEqualTo(0.5);
        assertThat(GivenAccount.with("'interactions': [" + talk(0, "'C1'", "") + "]")
                        .measure("breadth.supplier_concentration"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {
                "Champion;Champion;Influencer, 50",
                "champion ;evaluator;DECISION MAKER;Influencer, 100",
                "Coach;Coach;Coach, 0",
                "Champion;Influencer, unknown",
                "Champion;Influencer;tbd, unknown",
                "Champion;Influencer;-Evaluator, 50",
            })
    void buyingRolesAreTheShareOfTheFourRequiredThatActiveContactsHold(String roles, Double score) {
        StringBuilder contacts = new StringBuilder();
        for (String role : roles.split(";")) {
            boolean left = role.startsWith("-");
            contacts.append(contacts.isEmpty() ? "" : ", ")
                    .append("{'id': 'C" + contacts.length() + "', 'active': " + !left + ", 'buyingRole': '"
                            + (left ? role.substring(1) : role) + "'}");
        }

        assertThat(GivenAccount.with("'contacts': [" + contacts + "]").measure("breadth.buying_roles"))
                .isEqualTo(score);
    }

    @Test
    void wherePolicyRequiresNoBuyingRoleNoneIsMissed() {
        assertThat(GivenAccount.with(
                                "'contacts': [{'buyingRole': 'Coach'}, {'buyingRole': 'Coach'}, {'buyingRole': 'a'}]")
                        .where(
                                "requiredBuyingRoles: [Decision Maker, Influencer, Champion, Evaluator]",
                                "requiredBuyingRoles: []")
                        .measure("breadth.buying_roles"))
                .isNull();
    }

    private static String talk(int daysAgo, String contacts, String users) {
        return interaction("meeting", daysAgo, contacts, users);
    }

    private static String call(int daysAgo, String contacts, String users) {
        return interaction("call", daysAgo, contacts, users);
    }

    private static String mail(int daysAgo, String contacts, String users) {
        return interaction("email", daysAgo, contacts, users);
    }

    private static String interaction(String kind, int daysAgo, String contacts, String users) {
        return "{'kind': '" + kind + "', 'direction': 'both', 'date': '" + ago(daysAgo) + "', 'contactIds': ["
                + contacts + "], 'userIds': [" + users + "]}";
    }
}
