package io.plumbline.sandbox.seed.demo;

import io.plumbline.sandbox.seed.demo.Customers.Contact;
import java.util.List;

/** Stories of accounts in good hands. */
final class GoodStories {

    private GoodStories() {}

    static List<Story> all() {
        return List.of(
                Story.of(
                        "thriving",
                        "Green, with a current plan that is complete, defensible and carried out.",
                        List.of(1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2),
                        GoodStories::thriving),
                Story.of(
                        "growing fast",
                        "Green; orders grow by more than half and the pipeline is full.",
                        List.of(1, 1, 2, 2, 2, 3, 3),
                        GoodStories::growingFast),
                Story.of(
                        "steady",
                        "Green; small, regular and content, with a current plan.",
                        List.of(2, 2, 3, 3, 3, 3, 3, 3, 3),
                        GoodStories::steady),
                Story.of(
                        "successor plan in place",
                        "Green; the plan ends in three weeks and the next one is already active, so nothing is due.",
                        List.of(1, 2, 2),
                        GoodStories::successor),
                Story.of(
                        "new customer",
                        "Amber; first orders and lively contact, but no executive met and no plan written: it is missing.",
                        List.of(2, 2, 2, 2),
                        GoodStories::newCustomer));
    }

    private static void thriving(Scene scene) {
        Chapters.healthy(scene, 0.18);
        Chapters.complete(scene, Chapters.plan(scene));
    }

    private static void growingFast(Scene scene) {
        Chapters.healthy(scene, 0.62);
        scene.deals().open(Deal.Stage.NEGOTIATION, scene.yearlyRevenue() * 0.3, 40, 25);
        Chapters.complete(scene, Chapters.plan(scene).growth(0.55));
    }

    private static void steady(Scene scene) {
        Chapters.healthy(scene, 0.06);
        Chapters.complete(scene, Chapters.plan(scene).growth(0.05));
    }

    private static void successor(Scene scene) {
        Chapters.healthy(scene, 0.14);
        Plan ending = new Plan(scene, 344, 365);
        Chapters.complete(scene, ending);
        Plan next = new Plan(scene, ending.endAgo() - 1, 365).changed(12).growth(0.3);
        next.write();
        new PlanPages(scene, next).prose();
    }

    private static void newCustomer(Scene scene) {
        scene.since(88);
        scene.customers().appear(2, 6);
        scene.joins(scene.owner(), "Account Manager");
        scene.joins(scene.setting().cast().engineer(scene.number()), "Sales Engineer");
        scene.deals().won(70, 15, 3, scene.yearlyRevenue() * 0.3, 19, 4);
        scene.deals().pipeline(scene.yearlyRevenue() * 0.5, 4);
        List<Contact> buyers = Scene.first(scene.customers().belowExecutives(), 3);
        scene.diary().keepsInTouch(new Diary.Stretch(80, 5, 7, buyers, scene.team()));
        scene.diary().nextMeeting(12, buyers.getFirst());
    }
}
