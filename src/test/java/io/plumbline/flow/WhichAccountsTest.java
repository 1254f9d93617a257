package io.plumbline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.control.Fault;
import io.plumbline.sandbox.control.FaultRule;
import io.plumbline.testing.SmallOrg;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which accounts a sync judges, after those before it have come to rest. */
class WhichAccountsTest {

    private final SmallOrg org = new SmallOrg();
    private final Connector connector = new Connector(org.sandbox);

    @BeforeEach
    void cameToRest() {
        assertThat(sync().judged()).as("first of all, everything").isEqualTo(3);
        assertThat(sync().judged()).as("once more what was written to").isBetween(1, 3);
        assertThat(sync().judged()).isZero();
    }

    @AfterEach
    void close() {
        org.close();
    }

    @Test
    void tellsOfAllAccountsWhicheverItJudged() {
        SyncSummary quiet = sync();

        assertThat(quiet.judged()).isZero();
        assertThat(quiet.accounts()).isEqualTo(3);
        assertThat(quiet.bands().values().stream().mapToInt(number -> number).sum())
                .isEqualTo(3);
        assertThat(connector.runs().latest(connector.org(), 1).getFirst().counters())
                .extracting("judged", "accounts")
                .containsExactly(0, 3);
    }

    @Test
    void judgesTheAccountOfAChangedChild() {
        org.update("Opportunity", org.deal, "Amount", 1);

        assertThat(sync().judged()).isEqualTo(1);
    }

    @Test
    void judgesTheAccountThatAGrandchildOfChangedToo() {
        org.update("Plumbline_Section__c", org.strategy, "Text__c", SmallOrg.words("other", 70));

        assertThat(sync().judged()).isEqualTo(1);
    }

    @Test
    void judgesTheAccountsOfAUserWhoLeft() {
        String zoe = org.user("Zoe", null);
        org.account("Delta", zoe);
        sync();
        sync();
        assertThat(sync().judged()).isZero();

        org.update("User", zoe, "IsActive", false);

        assertThat(sync().judged()).isEqualTo(1);
    }

    @Test
    void judgesEverythingOnAnotherDay() {
        org.goOn(Duration.ofHours(20));

        assertThat(sync().judged()).isEqualTo(3);
    }

    @Test
    void judgesEverythingWhenWhatAllVerdictsRestOnIsAnother() {
        org.user("Newcomer", null);

        assertThat(sync().judged()).isEqualTo(3);
    }

    @Test
    void judgesWhatIsAskedForAloneAndForgetsNothingElse() {
        org.update("Opportunity", org.deal, "Amount", 1);
        org.goOn(Duration.ofMinutes(20));

        assertThat(connector.syncOf(org.brook).judged()).isEqualTo(1);
        assertThat(sync().judged()).as("the account of the deal").isEqualTo(1);
    }

    @Test
    void dryRunJudgesEverythingAndForgetsNothing() {
        org.update("Opportunity", org.deal, "Amount", 1);
        org.goOn(Duration.ofMinutes(20));

        assertThat(connector.dryRun().judged()).isEqualTo(3);
        assertThat(sync().judged()).isEqualTo(1);
    }

    @Test
    void judgesAgainWhatSomebodyChangedByHand() {
        org.update("Account", org.acme, "Plumbline_Band__c", "Green");
        assertThat(sync().judged()).isEqualTo(1);
        assertThat(sync().judged()).as("and looks whether that stayed").isEqualTo(1);
        assertThat(sync().judged()).isZero();
    }

    @Test
    void accountThatIsGoneCountsNoMore() {
        org.delete(org.brook);

        SyncSummary summary = sync();

        assertThat(summary.judged()).isZero();
        assertThat(summary.accounts()).isEqualTo(2);
    }

    @Test
    void judgesEverythingAfterARunOverEverythingThatDidNotComeThrough() {
        connector.beforeWriting(() -> {
            throw new IllegalStateException("broken off");
        });
        org.goOn(Duration.ofMinutes(20));
        assertThat(connector.syncAsOf(SmallOrg.TODAY.minusDays(1)).status()).isEqualTo(SyncSummary.Status.FAILED);
        connector.beforeWriting(() -> {});

        assertThat(sync().judged()).isEqualTo(3);
    }

    @Test
    void judgesAgainWhatWasJudgedByHalfAReading() {
        org.update("Opportunity", org.deal, "Amount", 1);
        org.goOn(Duration.ofMinutes(20));
        org.sandbox.faults().add(FaultRule.at(1, "soap.queryAll", new Fault.LimitReached()));

        assertThat(connector.syncOf(org.brook).status()).isEqualTo(SyncSummary.Status.PARTIAL);

        assertThat(sync().judged()).as("that one, and the account of the deal").isEqualTo(2);
    }

    private SyncSummary sync() {
        org.goOn(Duration.ofMinutes(20));
        SyncSummary summary = connector.sync();
        assertThat(summary.status()).as("%s", summary.problems()).isEqualTo(SyncSummary.Status.COMPLETE);
        return summary;
    }
}
