package io.plumbline.assess.currency;

import static io.plumbline.assess.GivenAccount.ago;
import static io.plumbline.assess.GivenAccount.ahead;
import static io.plumbline.assess.GivenAccount.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.ClockVerdict;
import io.plumbline.assess.GivenAccount;
import io.plumbline.assess.explanation.Recombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far the account moves on from a plan that last changed 50 days ago (model section 2, plan.drift). */
class DriftTest {

    private static final int CHANGED = 50;

    @ParameterizedTest
    @CsvSource({"49, 0.25", "50, 0", "0, 0.25", "-1, 0"})
    void countsUnplannedBusinessCreatedSinceThePlanChangedAgainstItsTarget(int createdDaysAgo, double drift) {
        assertThat(drift("'targetRevenue': 400", opportunity("100", createdDaysAgo, "")))
                .isEqualTo(drift);
    }

    @ParameterizedTest
    @CsvSource({"'', 0.25", "', \"planned\": false', 0.25", "', \"planned\": true', 0"})
    void countsWhatIsNotPlannedForSure(String planned, double drift) {
        assertThat(drift("'targetRevenue': 400", opportunity("100", 10, planned)))
                .isEqualTo(drift);
    }

    @Test
    void measuresNewBusinessByTheLargerOfTargetAndRevenue() {
        String won = ", {'id': 'W', 'isClosed': true, 'isWon': true, 'amount': 800, 'createdDate': '" + ago(200)
                + "', 'closeDate': '" + ago(100) + "'}";
        assertThat(drift("'targetRevenue': 400", opportunity("100", 10, "") + won))
                .isEqualTo(0.125);
        assertThat(drift("'targetRevenue': 1000", opportunity("100", 10, "") + won))
                .isEqualTo(0.1);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "1, 1", "1.5, 1", "-3, 0"})
    void withNeitherTargetNorRevenueAnAmountOfOneIsFullDrift(String amount, double drift) {
        assertThat(drift("'targetRevenue': -1", opportunity(amount, 10, ""))).isEqualTo(drift);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "0.25, 1", "2, 0.125"})
    void thePolicySaysWhichShareOfNewBusinessIsFullDrift(String shareForFull, double drift) {
        GivenAccount account = account("'targetRevenue': 400", opportunity("100", 10, ""))
                .where("valueShareForFull: 1.0", "valueShareForFull: " + shareForFull);

        assertThat(account.assess().currency().drift()).isEqualTo(drift);
        assertThat(Recombination.differences(account.explain().explanation())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "C1, 0",
        "GONE, 1",
        "C1 C2 C3 GONE, 0.5",
        "C1 C2 C3 LEFT, 0.5",
        "C1 C2 C3 C4 C5 C6 C7 LEFT, 0.25",
        "C1 C2 C3 C4 C5 C6 C7 BOSS, 0.75",
        "C1 C2 C3 BOSS, 1",
    })
    void countsTheShareOfStakeholdersWhoLeftTwiceAndADecisionMakerExtra(String stakeholders, double drift) {
        assertThat(driftOfPeople(stakeholders)).isEqualTo(drift);
    }

    @Test
    void stakeholdersThatAreNoContactsAreLeftOutOfTheShare() {
        assertThat(GivenAccount.withPlan(
                                "'lastSubstantiveChange': '" + ago(CHANGED) + "', 'stakeholders': [{'contactId': 'C1'},"
                                        + " {'contactId': 'C2'}, {'contactId': 'C3'}, {'contactId': 'GONE'}, {'name': 'Somebody'}]")
                        .and("'contacts': [{'id': 'C1'}, {'id': 'C2'}, {'id': 'C3'}]")
                        .assess()
                        .currency()
                        .drift())
                .isEqualTo(0.5);
    }

    @Test
    void nobodyHasLeftWhereTheAccountHasNoContactsAtAll() {
        assertThat(drift("'stakeholders': [{'contactId': 'GONE'}]", "")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "U1, '', 0",
        "U2, '', 0.5",
        "U2, '{\"userId\": \"U2\"}', 0",
        "U2, '{\"userId\": \"U3\"}', 0.5",
        "U9, '{\"userId\": \"U9\"}', 0.5",
    })
    void aPlanOwnerWhoNeitherOwnsTheAccountNorWorksOnItCountsHalf(String owner, String team, double drift) {
        GivenAccount account = GivenAccount.withPlan(
                        "'lastSubstantiveChange': '" + ago(CHANGED) + "', 'ownerId': '" + owner + "'")
                .and("'team': [" + team + "], 'users': [{'id': 'U2'}, {'id': 'U3'}, {'id': 'U9', 'active': false}]");

        assertThat(account.assess().currency().drift()).isEqualTo(drift);
    }

    @Test
    void anUnknownOwnerIsNoChangeOfOwner() {
        assertThat(GivenAccount.withPlan("'lastSubstantiveChange': '" + ago(CHANGED) + "', 'ownerId': null")
                        .assess()
                        .currency()
                        .drift())
                .isZero();
        assertThat(GivenAccount.withPlan("'lastSubstantiveChange': '" + ago(CHANGED) + "'")
                        .and("'account': {'id': 'A1', 'tier': 1}")
                        .assess()
                        .currency()
                        .drift())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "49, 'CEO', true, 0.25",
        "50, 'CEO', true, 0",
        "0, 'CEO', true, 0.25",
        "-1, 'CEO', true, 0",
        "49, 'Buyer', true, 0",
        "49, 'CEO', false, 0",
    })
    void aNewExecutiveWhomThePlanDoesNotKnowCountsAQuarter(
            int createdDaysAgo, String title, boolean active, double drift) {
        assertThat(GivenAccount.withPlan("'lastSubstantiveChange': '" + ago(CHANGED) + "'")
                        .and("'contacts': [{'id': 'C1', 'title': '" + title + "', 'active': " + active
                                + ", 'createdDate': '" + ago(createdDaysAgo) + "'}]")
                        .assess()
                        .currency()
                        .drift())
                .isEqualTo(drift);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.25", "2, 0.5", "3, 0.5"})
    void atMostTwoNewExecutivesCount(int executives, double drift) {
        assertThat(driftOfExecutives(executives, "")).isEqualTo(drift);
    }

    @Test
    void anExecutiveAmongTheStakeholdersIsKnown() {
        assertThat(driftOfExecutives(2, ", 'stakeholders': [{'contactId': 'E1'}, {'name': 'Somebody'}]"))
                .isEqualTo(0.25);
    }

    @ParameterizedTest
    @CsvSource({"0.49, CURRENT", "0.5, DUE_SOON", "0.99, DUE_SOON", "1, STALE"})
    void halfAPointOfDriftIsDueSoonAndAWholeIsStale(double amount, ClockVerdict verdict) {
        assertThat(account("", opportunity(Double.toString(amount), 10, "")).clock("plan.drift"))
                .isEqualTo(verdict);
    }

    @Test
    void driftIsTheSumOfItsPartsUpToTheMost() {
        String everything = "'stakeholders': [{'contactId': 'GONE'}], 'ownerId': 'U2'";
        GivenAccount account = account(everything, opportunity("5", 10, "")).and("'contacts': [{'id': 'C1'}]");
        assertThat(account.assess().currency().drift()).isEqualTo(2);
        assertThat(account.where("max: 2.0", "max: 9").assess().currency().drift())
                .isEqualTo(2.5);
        assertThat(account.finding("plan.drift").evidence().toString())
                .isEqualTo("{verdict=STALE, drift=2.0, value=1.0, people=1.0, owner=0.5, executives=0.0}");
    }

    private static double driftOfPeople(String stakeholders) {
        StringBuilder listed = new StringBuilder();
        StringBuilder contacts = new StringBuilder();
        for (int i = 1; i <= 7; i++) {
            contacts.append("{'id': 'C").append(i).append("'}, ");
        }
        for (String id : stakeholders.split(" ")) {
            listed.append(listed.isEmpty() ? "" : ", ").append("{'contactId': '" + id + "'}");
        }
        return GivenAccount.withPlan(
                        "'lastSubstantiveChange': '" + ago(CHANGED) + "', 'stakeholders': [" + listed + "]")
                .and("'contacts': [" + contacts + "{'id': 'LEFT', 'active': false, 'buyingRole': 'Champion'},"
                        + " {'id': 'BOSS', 'active': false, 'buyingRole': 'Decision Maker'}]")
                .assess()
                .currency()
                .drift();
    }

    private static double driftOfExecutives(int executives, String plan) {
        StringBuilder contacts = new StringBuilder();
        for (int i = 1; i <= executives; i++) {
            contacts.append(i == 1 ? "" : ", ")
                    .append("{'id': 'E" + i + "', 'title': 'CEO', 'createdDate': '" + ago(3) + "'}");
        }
        return GivenAccount.withPlan("'lastSubstantiveChange': '" + ago(CHANGED) + "'" + plan)
                .and("'contacts': [" + contacts + "]")
                .assess()
                .currency()
                .drift();
    }

    private static double drift(String plan, String opportunities) {
        return account(plan, opportunities).assess().currency().drift();
    }

    private static GivenAccount account(String more, String opportunities) {
        return GivenAccount.with("'plans': ["
                + plan("'lastSubstantiveChange': '" + ago(CHANGED) + "'" + (more.isEmpty() ? "" : ", " + more))
                + "], 'opportunities': [" + opportunities + "]");
    }

    private static String opportunity(String amount, int createdDaysAgo, String more) {
        return "{'id': 'O1', 'amount': " + amount + ", 'createdDate': '" + ago(createdDaysAgo) + "', 'closeDate': '"
                + ahead(100) + "'" + more + "}";
    }
}
