package io.plumbline.sandbox.seed.demo;

import io.plumbline.sandbox.seed.demo.Customers.Contact;
import io.plumbline.sandbox.seed.demo.Deal.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Stories whose point is the account plan. */
final class PlanStories {

    private static final int TEMPLATE = 0;

    private PlanStories() {}

    static List<Story> all() {
        return List.of(
                Story.of(
                        "beautiful but stale plan",
                        "Green; the plan is complete but nobody has looked at it for more than half a year.",
                        List.of(1, 1, 2, 2, 2, 3),
                        PlanStories::stale),
                Story.of(
                        "copied plan",
                        "Green; the plan says word for word what three other plans say.",
                        List.of(2, 2, 2, 2),
                        PlanStories::copied),
                Story.of(
                        "thin plan",
                        "Amber; a sentence here and there, one action, one person.",
                        List.of(2, 2, 3),
                        PlanStories::thin),
                Story.of(
                        "plan full of placeholders",
                        "Amber; all sections are there and say TBD.",
                        List.of(2, 2, 3),
                        PlanStories::placeholders),
                Story.of(
                        "plan contradicting the CRM",
                        "Amber; the plan counts on a lost deal, on other amounts and on people who are gone.",
                        List.of(1, 2, 2),
                        PlanStories::contradicting),
                Story.of(
                        "draft only plan",
                        "Amber; there is a draft and nothing else, so the plan is missing.",
                        List.of(2, 3),
                        PlanStories::draftOnly),
                Story.of(
                        "expired plan",
                        "Red; the plan ended seven weeks ago and business declines with it.",
                        List.of(1, 2, 2, 3),
                        PlanStories::expired));
    }

    private static void stale(Scene scene) {
        Chapters.healthy(scene, 0.16);
        Chapters.complete(scene, new Plan(scene, 250, 365).reviewed(214).changed(214));
    }

    private static void copied(Scene scene) {
        Chapters.healthy(scene, 0.1);
        Plan plan = Chapters.plan(scene);
        plan.write();
        PlanPages pages = new PlanPages(scene, plan, TEMPLATE, new Random(TEMPLATE), template(scene));
        pages.all();
    }

    /** The words of the plan that was copied; only the customer's name was replaced. */
    private static Map<String, String> template(Scene scene) {
        Map<String, String> words = new LinkedHashMap<>(scene.words());
        words.putAll(Map.of(
                "city", "the main plant",
                "industry", "process industry",
                "country", "the home market",
                "exec", "the managing director",
                "champion", "the head of production",
                "buyer", "the purchasing lead",
                "am", "the account manager",
                "year", "2019",
                "product", "Cadence Line",
                "product2", "Verity Trace"));
        words.put("rival", "the incumbent");
        words.put("rival2", "a newcomer");
        words.put("programme", "the efficiency programme");
        return words;
    }

    private static void thin(Scene scene) {
        Chapters.middling(scene);
        Plan plan = Chapters.plan(scene).unapproved().withoutTarget();
        plan.write();
        PlanPages pages = new PlanPages(scene, plan);
        pages.text("customer_strategy", scene.company().name() + " wants to grow and to save cost.");
        pages.text("value_proposition", "Good products, good service.");
        pages.stakeholders(1);
        pages.actions(1, 10);
    }

    private static void placeholders(Scene scene) {
        Chapters.middling(scene);
        Plan plan = Chapters.plan(scene).unapproved();
        plan.write();
        PlanPages pages = new PlanPages(scene, plan);
        pages.text("customer_strategy", "TBD");
        pages.text("value_proposition", "<p>To be completed.</p>");
        pages.text("industry", "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.");
        pages.text("relationship_history", "Same as last year");
        pages.text("competition", "n/a");
        pages.item("projects", "tbd", "Status__c", "tbd");
        pages.item("risks", "None", "Mitigation__c", "n/a");
        pages.item("touch_points", "To be defined", "Status__c", null);
        pages.stakeholders(2);
    }

    private static void contradicting(Scene scene) {
        Chapters.middling(scene);
        Deal lost = scene.deals().open(Stage.LOST, scene.yearlyRevenue() * 0.2, 120, -20);
        Contact gone = scene.customers().belowExecutives().getLast();
        scene.customers().leaves(gone, 150);
        Plan plan = Chapters.plan(scene);
        plan.write();
        PlanPages pages = new PlanPages(scene, plan);
        pages.prose();
        pages.lists();
        pages.stakeholders(20);
        pages.objectives(3, 0.7);
        pages.actions(6, 6);
        Deal open = scene.deals().open().getFirst();
        pages.value("Second line", "Open", lost.amount(), lost.amount(), 0, -60, lost);
        pages.value("Framework agreement", "Open", open.amount() * 2.4, open.amount(), 0, -90, open);
        pages.value("Service for the region", "Open", scene.yearlyRevenue() / 10, 0, 0, -120, null);
    }

    private static void draftOnly(Scene scene) {
        Chapters.middling(scene);
        Plan plan = Chapters.plan(scene).draft();
        plan.write();
        new PlanPages(scene, plan).prose();
    }

    private static void expired(Scene scene) {
        Chapters.everybody(scene);
        Chapters.orders(scene, -0.24, 1);
        scene.deals().lost(330, 30, scene.byTier(6, 4, 3), scene.yearlyRevenue() * 1.4);
        scene.deals().open(Stage.NEEDS, scene.yearlyRevenue() * 0.1, 200, -35).pushed(3);
        Chapters.contact(
                scene,
                scene.byTier(48, 70, 110),
                20,
                scene.byTier(12, 18, 30),
                Scene.first(scene.customers().belowExecutives(), scene.byTier(2, 2, 1)),
                List.of(scene.owner()));
        scene.satisfaction(58, -12);
        scene.wallet(9);
        scene.complaint(48, -1, false);
        Chapters.complete(scene, new Plan(scene, 413, 365).reviewed(130).changed(160));
    }
}
