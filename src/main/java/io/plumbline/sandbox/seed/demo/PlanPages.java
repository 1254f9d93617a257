package io.plumbline.sandbox.seed.demo;

import io.plumbline.sandbox.seed.demo.Cast.Person;
import io.plumbline.sandbox.seed.demo.Customers.Contact;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes what stands in a plan: sections in prose and items, and its people, objectives, actions and values. */
final class PlanPages {

    private final Scene scene;
    private final Plan plan;
    private final int variant;
    private final Random random;
    private final Map<String, String> words;

    PlanPages(Scene scene, Plan plan) {
        this(scene, plan, scene.number(), scene.random(), scene.words());
    }

    /**
     * Pages that say what other pages say: the same variant, chance and words give the same sentences.
     *
     * @param variant decides which sections are fuller than others
     */
    PlanPages(Scene scene, Plan plan, int variant, Random random, Map<String, String> words) {
        this.scene = scene;
        this.plan = plan;
        this.variant = variant;
        this.random = random;
        this.words = words;
    }

    /** Everything a plan should have, well kept; most plans have a spot or two that could be fuller. */
    void all() {
        prose();
        lists();
        stakeholders(variant % 4 == 1 ? 3 : 6);
        objectives(4, 1.0 - 0.05 * (variant % 5));
        actions(8, 10 - variant % 4);
        values();
    }

    /** The five sections in prose. */
    void prose() {
        text("customer_strategy", 5);
        text("value_proposition", variant % 7 == 3 ? 1 : 4);
        text("competition", 3);
        text("industry", variant % 3 == 1 ? 1 : 4);
        text("relationship_history", variant % 5 == 2 ? 1 : 4);
    }

    /** The sections that are lists. */
    void lists() {
        phrases("project", 3).forEach(name -> item("projects", name, "Status__c", phrase("project_status")));
        List<Person> team = scene.team();
        for (int at = 0; at < Math.min(4, team.size()); at++) {
            item(
                    "team_and_sponsor",
                    team.get(at).name(),
                    "Role__c",
                    team.get(at).title());
        }
        phrases("risk", variant % 6 == 4 ? 1 : 3).forEach(risk -> {
            String[] parts = risk.split("\\|");
            item("risks", parts[0], "Mitigation__c", parts[1]);
        });
        item("competition", words("rival"), "Position__c", phrase("position"));
        phrases("touch_point", 4).forEach(name -> item("touch_points", name, "Status__c", null));
    }

    /** A section whose whole text is this. */
    void text(String section, String text) {
        scene.add(
                "Plumbline_Section__c",
                plan.stamp(),
                Fields.of("Plan__c", plan.id(), "Name", title(section), "Section__c", section, "Text__c", text));
    }

    private void text(String section, int sentences) {
        text(section, String.join(" ", phrases(section, sentences)));
    }

    void item(String section, String name, String field, @Nullable String value) {
        scene.add(
                "Plumbline_Section__c",
                plan.stamp(),
                Fields.of(
                        "Plan__c", plan.id(), "Name", cut(name), "Section__c", section, "Item__c", name, field, value));
    }

    void stakeholders(int count) {
        for (Contact contact : Scene.first(scene.customers().everybody(), count)) {
            scene.add(
                    "Plumbline_Stakeholder__c",
                    plan.stamp(),
                    Fields.of(
                            "Plan__c", plan.id(),
                            "Name", contact.fullName(),
                            "Contact__c", contact.id(),
                            "Role__c", contact.role() == null ? contact.title() : contact.role()));
        }
    }

    /** @param pace progress as a share of the time that has passed */
    void objectives(int count, double pace) {
        for (String objective : phrases("objective", count)) {
            String[] parts = objective.split("\\|");
            double passed = Math.min(1, Math.max(0, plan.startAgo() / (plan.days() * 0.9)));
            scene.add(
                    "Plumbline_Objective__c",
                    plan.stamp(),
                    Fields.of(
                            "Plan__c", plan.id(),
                            "Name", cut(parts[0]),
                            "Measure__c", parts[1],
                            "Target__c", parts[2],
                            "Owner__c", plan.owner().id(),
                            "Start__c", plan.day(plan.startAgo()),
                            "Due__c", plan.day(plan.endAgo() + plan.days() / 10),
                            "Progress__c", Math.round(100 * Math.min(1, passed * pace))));
        }
    }

    /** @param punctual how many of ten that fell due were done in time; the others are late, every second still open */
    void actions(int count, int punctual) {
        List<String> names = phrases("action", count);
        for (int at = 0; at < names.size(); at++) {
            int dueAgo = 110 - at * 170 / names.size();
            boolean due = dueAgo > 0;
            boolean late = due && at * 3 % 10 >= punctual;
            Person by = scene.team().get(at % scene.team().size());
            scene.add(
                    "Plumbline_Action__c",
                    plan.stamp(),
                    Fields.of(
                            "Plan__c", plan.id(),
                            "Name", cut(names.get(at)),
                            "Owner__c", by.id(),
                            "Due__c", plan.day(dueAgo),
                            "Completed_On__c",
                                    !due || late && at % 2 == 0
                                            ? null
                                            : plan.day(late ? Math.max(1, dueAgo - 15) : dueAgo + 3)));
        }
    }

    /** What both sides are to gain: one thing delivered, the others tied to open deals. */
    void values() {
        List<String> names = phrases("value", 4);
        List<Deal> open = scene.deals().open();
        double unit = scene.yearlyRevenue() / 20;
        value(names.getFirst(), "Delivered", unit, 1.4 * unit, unit, 30, null);
        for (int at = 1; at < names.size(); at++) {
            Deal deal = at <= open.size() ? open.get(at - 1) : null;
            double worth = deal == null ? unit : deal.amount();
            value(names.get(at), "Open", worth, 1.6 * worth, 0, -40 * at, deal);
        }
    }

    void value(
            String name, String state, double ours, double theirs, double delivered, int dueAgo, @Nullable Deal deal) {
        scene.add(
                "Plumbline_Value__c",
                plan.stamp(),
                Fields.of(
                        "Plan__c",
                        plan.id(),
                        "Name",
                        cut(name),
                        "State__c",
                        state,
                        "Supplier_Value__c",
                        ours,
                        "Customer_Value__c",
                        theirs,
                        "Delivered_Value__c",
                        delivered > 0 ? delivered : null,
                        "Due__c",
                        plan.day(dueAgo),
                        "Confidence__c",
                        deal == null ? 50 : deal.stage().probability(),
                        "Opportunity__c",
                        deal == null ? null : deal.id(),
                        "Owner__c",
                        plan.owner().id(),
                        "CurrencyIsoCode",
                        scene.company().currency()));
    }

    private List<String> phrases(String pool, int count) {
        return scene.setting().prose().phrases(pool, count, random, words);
    }

    private String phrase(String pool) {
        return scene.setting().prose().phrase(pool, random, words);
    }

    private String words(String slot) {
        return words.getOrDefault(slot, slot);
    }

    private static String title(String section) {
        String spaced = section.replace('_', ' ');
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    /** A name field holds 80 characters. */
    private static String cut(String name) {
        return name.length() <= 80 ? name : name.substring(0, 77) + "...";
    }
}
