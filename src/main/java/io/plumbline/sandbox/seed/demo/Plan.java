package io.plumbline.sandbox.seed.demo;

import io.plumbline.sandbox.seed.demo.Cast.Person;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The head of an account plan and how well it is kept; what is in it is told by {@code PlanPages}. */
final class Plan {

    private final Scene scene;
    private final String id;
    private final int startAgo;
    private final int days;
    private String state = "Active";
    private int reviewedAgo;
    private int changedAgo;
    private double growth = 0.12;
    private boolean target = true;
    private @Nullable Person approver;
    private Person owner;

    /**
     * A plan for a period; last reviewed and changed so lately that it counts as current.
     *
     * @param startAgo days since its first day, negative when it begins later
     */
    Plan(Scene scene, int startAgo, int days) {
        this.scene = scene;
        this.id = scene.setting().ledger().reserve("Plumbline_Plan__c");
        this.startAgo = startAgo;
        this.days = days;
        this.reviewedAgo = scene.byTier(11, 22, 34);
        this.changedAgo = scene.byTier(33, 48, 70);
        this.approver = scene.setting().cast().approver(scene.number());
        this.owner = scene.owner();
    }

    Plan draft() {
        state = "Draft";
        approver = null;
        return this;
    }

    Plan reviewed(int ago) {
        reviewedAgo = ago;
        return this;
    }

    Plan changed(int ago) {
        changedAgo = ago;
        return this;
    }

    Plan ownedBy(Person person) {
        owner = person;
        return this;
    }

    Plan unapproved() {
        approver = null;
        return this;
    }

    Plan withoutTarget() {
        target = false;
        return this;
    }

    /** The target is so much above what was won in as many days before the period: 0.12 is twelve percent. */
    Plan growth(double share) {
        growth = share;
        return this;
    }

    String id() {
        return id;
    }

    Person owner() {
        return owner;
    }

    int startAgo() {
        return startAgo;
    }

    int days() {
        return days;
    }

    int endAgo() {
        return startAgo - days + 1;
    }

    LocalDate day(int ago) {
        return scene.calendar().day(ago);
    }

    Ledger.Stamp stamp() {
        return new Ledger.Stamp(
                owner.id(),
                scene.calendar().morning(Math.max(changedAgo, Math.min(540, startAgo + 25))),
                scene.calendar().morning(changedAgo));
    }

    private double goal() {
        double before = scene.deals().wonBetween(startAgo + days, startAgo + 1);
        return Math.ceil((before > 0 ? before : scene.yearlyRevenue()) * (1 + growth) / 1000) * 1000;
    }

    void write() {
        int year = day(startAgo).getYear();
        scene.setting()
                .ledger()
                .write(
                        "Plumbline_Plan__c",
                        id,
                        stamp(),
                        Fields.of(
                                "Name", scene.company().name() + " " + year + (state.equals("Draft") ? " (draft)" : ""),
                                "Account__c", scene.accountId(),
                                "OwnerId", owner.id(),
                                "State__c", state,
                                "Period_Start__c", day(startAgo),
                                "Period_End__c", day(endAgo()),
                                "Last_Reviewed__c", day(reviewedAgo),
                                "Approved_By__c", approver == null ? null : approver.id(),
                                "Approved_On__c", approver == null ? null : day(Math.max(changedAgo, startAgo + 12)),
                                "Target_Revenue__c", target ? goal() : null,
                                "CurrencyIsoCode", scene.company().currency()));
    }
}
