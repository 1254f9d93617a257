package io.plumbline.sandbox.seed.demo;

import java.util.List;

/** Stories of accounts that go quiet, and of those that only look quiet. */
final class QuietStories {

    private QuietStories() {}

    static List<Story> all() {
        return List.of(
                Story.of(
                        "neglected",
                        "Red; its owner is busy elsewhere and nobody has spoken to the customer for months.",
                        List.of(1, 1, 1, 2, 2, 2, 3, 3),
                        QuietStories::neglected),
                Story.of(
                        "revenue falling",
                        "Red; orders have halved, contact thins out and the surveys say why.",
                        List.of(1, 1, 2, 2, 3),
                        QuietStories::revenueFalling),
                Story.of(
                        "dormant",
                        "Red; a small account nobody has touched for more than half a year.",
                        List.of(3, 3, 3, 3, 3),
                        QuietStories::dormant),
                new Story(
                        "nobody logs activity",
                        "Not enough data, never red: business goes on, but its owner writes nothing down.",
                        List.of(1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3),
                        Story.Owner.SILENT,
                        QuietStories::nobodyLogs));
    }

    private static void neglected(Scene scene) {
        Chapters.everybody(scene);
        Chapters.orders(scene, -0.08, 3);
        scene.deals().lost(330, 60, scene.byTier(4, 3, 3), scene.yearlyRevenue() * 0.5);
        scene.deals().pipeline(scene.yearlyRevenue() * 0.3, 3);
        Chapters.contact(
                scene,
                scene.byTier(118, 150, 215),
                99,
                scene.byTier(8, 12, 20),
                scene.customers().mixed());
        Chapters.lukewarm(scene);
        Chapters.complete(
                scene,
                new Plan(scene, 200, 365).reviewed(scene.byTier(120, 155, 190)).changed(190));
    }

    private static void revenueFalling(Scene scene) {
        Chapters.everybody(scene);
        Chapters.orders(scene, -0.48, 2);
        scene.deals().lost(330, 20, scene.byTier(7, 5, 4), scene.yearlyRevenue());
        scene.deals()
                .open(Deal.Stage.NEEDS, scene.yearlyRevenue() * 0.12, 170, -40)
                .pushed(4);
        scene.deals()
                .open(Deal.Stage.QUALIFICATION, scene.yearlyRevenue() * 0.08, 120, 60)
                .pushed(2);
        Chapters.contact(
                scene,
                scene.byTier(30, 44, 118),
                scene.byTier(16, 22, 40),
                scene.byTier(7, 10, 18),
                Scene.first(scene.customers().belowExecutives(), scene.byTier(3, 3, 1)),
                List.of(scene.owner()));
        scene.satisfaction(56 + scene.number() % 6, -18 + scene.number() % 9);
        scene.wallet(8);
        scene.complaint(70, 52, false);
        scene.complaint(45, -1, false);
        scene.complaint(20, -1, false);
        Chapters.complete(scene, Chapters.plan(scene).growth(0.25));
    }

    private static void dormant(Scene scene) {
        scene.customers().usual();
        scene.joins(scene.owner(), "Account Manager");
        scene.deals().won(530, 380, 3, scene.yearlyRevenue(), 22, 2);
        scene.deals().won(350, 240, 2, scene.yearlyRevenue() * 0.4, 22, 2);
        Chapters.contact(scene, 230, 99, 24, Scene.first(scene.customers().everybody(), 2));
        if (scene.number() % 2 == 0) {
            Plan plan = new Plan(scene, 500, 365).reviewed(420).changed(420);
            plan.write();
            new PlanPages(scene, plan).prose();
        }
    }

    private static void nobodyLogs(Scene scene) {
        Chapters.everybody(scene);
        Chapters.orders(scene, 0.07, 5);
        scene.deals().lost(330, 40, scene.byTier(3, 2, 1), scene.yearlyRevenue() * 0.3);
        scene.deals().pipeline(scene.yearlyRevenue() * 0.5, 5);
        if (scene.number() % 3 != 0) {
            Chapters.content(scene);
        }
        if (scene.number() % 4 != 0) {
            Chapters.complete(scene, Chapters.plan(scene).reviewed(50).changed(80));
        }
    }
}
