package io.plumbline.sandbox.seed.demo;

import io.plumbline.sandbox.seed.demo.Customers.Contact;
import io.plumbline.sandbox.seed.demo.Deal.Stage;
import java.util.List;

/** Stories of relationships with one weak spot. */
final class RelationshipStories {

    private RelationshipStories() {}

    static List<Story> all() {
        return List.of(
                Story.of(
                        "champion left",
                        "Amber; who spoke for us left a month ago and nobody has taken the place.",
                        List.of(1, 1, 2, 2),
                        RelationshipStories::championLeft),
                Story.of(
                        "renewal at risk",
                        "Amber; the agreement ends in seven weeks and nobody works on the renewal.",
                        List.of(1, 2, 2, 3),
                        RelationshipStories::renewalAtRisk),
                Story.of(
                        "single-threaded",
                        "Amber; everything runs between one of ours and one of theirs.",
                        List.of(1, 2, 2, 2),
                        RelationshipStories::singleThreaded),
                Story.of(
                        "executive never met",
                        "Amber; a top account whose management nobody of ours has met.",
                        List.of(1, 1, 1, 1),
                        RelationshipStories::executiveNeverMet),
                Story.of(
                        "escalated case",
                        "Amber; a complaint was escalated weeks ago and is still open.",
                        List.of(1, 2, 2, 3),
                        RelationshipStories::escalated),
                Story.of(
                        "team without project manager",
                        "Green, but nobody on the team runs projects.",
                        List.of(2, 2),
                        RelationshipStories::noProjectManager),
                Story.of(
                        "acquired",
                        "The customer was bought: new executives, a new owner on our side, and a plan from before.",
                        List.of(1, 2),
                        RelationshipStories::acquired),
                new Story(
                        "inactive owner",
                        "Amber; the account still belongs to somebody who has left us.",
                        List.of(2, 3),
                        Story.Owner.DEPARTED,
                        RelationshipStories::inactiveOwner));
    }

    private static void championLeft(Scene scene) {
        Chapters.healthy(scene, 0.08);
        scene.customers().leaves(scene.customers().holder("Champion"), 28);
        Chapters.complete(scene, Chapters.plan(scene));
    }

    private static void renewalAtRisk(Scene scene) {
        Chapters.healthy(scene, 0.02);
        scene.deals()
                .renewal(scene.yearlyRevenue() * 0.4, Stage.VALUE, 48)
                .idleSince(scene.calendar().day(52));
        Chapters.complete(scene, Chapters.plan(scene));
    }

    private static void singleThreaded(Scene scene) {
        Chapters.everybody(scene);
        Chapters.business(scene, 0.03);
        List<Contact> one = List.of(scene.customers().holder("Champion"));
        Chapters.contact(scene, 6, scene.byTier(5, 8, 14), scene.byTier(6, 9, 16), one, List.of(scene.owner()));
        scene.diary().nextMeeting(14, one.getFirst());
        Chapters.content(scene);
        Chapters.complete(scene, Chapters.plan(scene));
    }

    private static void executiveNeverMet(Scene scene) {
        Chapters.everybody(scene);
        Chapters.business(scene, 0.09);
        Chapters.contact(scene, 3, 4, 6, scene.customers().belowExecutives());
        scene.diary().nextMeeting(10, scene.customers().belowExecutives().getFirst());
        Chapters.content(scene);
        Chapters.complete(scene, Chapters.plan(scene));
    }

    private static void escalated(Scene scene) {
        Chapters.healthy(scene, 0.1);
        scene.complaint(26, -1, true);
        scene.complaint(60, -1, false);
        Chapters.complete(scene, Chapters.plan(scene));
    }

    private static void noProjectManager(Scene scene) {
        scene.customers().usual();
        scene.teamWithoutProjectManager();
        Chapters.business(scene, 0.1);
        Chapters.closeContact(scene);
        Chapters.content(scene);
        Chapters.complete(scene, Chapters.plan(scene));
    }

    private static void acquired(Scene scene) {
        Chapters.middling(scene);
        scene.customers().add("executive_title", true, null, 40);
        scene.customers().add("executive_title", true, null, 35);
        scene.fact(
                "Description",
                scene.company().name() + " was acquired two months ago; the new owners are reviewing all suppliers.");
        Chapters.complete(
                scene,
                Chapters.plan(scene)
                        .ownedBy(scene.setting().cast().departed())
                        .reviewed(70)
                        .changed(82));
    }

    private static void inactiveOwner(Scene scene) {
        Chapters.everybody(scene);
        Chapters.orders(scene, -0.08, 2);
        scene.deals().lost(330, 30, 3, scene.yearlyRevenue());
        scene.deals().pipeline(scene.yearlyRevenue() * 0.3, 2);
        Chapters.contact(
                scene,
                14,
                scene.byTier(8, 12, 24),
                scene.byTier(8, 12, 22),
                Scene.first(scene.customers().mixed(), scene.byTier(4, 3, 2)),
                scene.team().subList(1, 3));
        Chapters.lukewarm(scene);
        Chapters.complete(scene, Chapters.plan(scene).reviewed(100).changed(130));
    }
}
