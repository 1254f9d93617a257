package io.plumbline.flow;

import io.plumbline.testing.FaultProxy;
import io.plumbline.testing.SmallOrg;
import java.time.Duration;

/** An org, a connector to it, and what people do there between two syncs. */
final class Story implements AutoCloseable {

    private final SmallOrg org = new SmallOrg();
    private Connector connector;

    /** Nothing stands between the two. */
    Story() {
        connector = new Connector(org.sandbox);
    }

    /** The connector reaches the org through this proxy only. */
    Story(FaultProxy between) {
        between.standBefore(org.sandbox);
        connector = new Connector(org.sandbox, between.address());
    }

    SmallOrg org() {
        return org;
    }

    Connector connector() {
        return connector;
    }

    void goOn() {
        org.goOn(Duration.ofMinutes(20));
    }

    /** Work of every kind on what is there, after a first sync. */
    void peopleWork() {
        goOn();
        org.update("Plumbline_Plan__c", org.plan, "Last_Reviewed__c", SmallOrg.TODAY.minusDays(70));
        org.meeting(org.brook, null, SmallOrg.TODAY.minusDays(1));
        org.update("Task", org.openTask(org.acme, "roles"), "Status", "Completed");
        org.delete(org.openTask(org.cedar, "currency"));
        accountComes("Delta");
        goOn();
    }

    /** What leaves the verdicts on all other accounts as they are, so that it does not matter which sync sees it. */
    void accountComes(String name) {
        org.freshPlan(org.account(name, org.sam));
    }

    /** The data folder is lost; only the org knows what was written (K7, K9). */
    void loseMemory() {
        connector = new Connector(org.sandbox);
    }

    @Override
    public void close() {
        org.close();
    }
}
