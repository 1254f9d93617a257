package io.plumbline.sandbox.seed.demo;

import io.plumbline.sandbox.seed.demo.Cast.Person;
import io.plumbline.sandbox.seed.demo.Customers.Contact;
import io.plumbline.sandbox.seed.demo.Diary.Stretch;
import java.util.List;

/** What many stories have in common: how people are met, how business goes, how a plan is kept. */
final class Chapters {

    private static final int THEN = 530;
    private static final int A_YEAR = 364;

    private Chapters() {}

    /** The customer's people and our team as they should be. */
    static void everybody(Scene scene) {
        scene.customers().usual();
        scene.fullTeam();
    }

    /**
     * Two years of orders: those of the first lie in its last half, where the history begins.
     *
     * @param growth of the second year over the first, 0.1 for ten percent
     * @param ours how many of ten deals were our own idea
     */
    static void orders(Scene scene, double growth, int ours) {
        double prior = scene.yearlyRevenue();
        int count = scene.byTier(10, 7, 4);
        scene.deals().won(540, 370, count, prior, 23, ours);
        scene.deals().won(A_YEAR, 6, count, prior * (1 + growth), growth < 0 ? 21 : 24, ours);
    }

    /** People meet all the time, lately a little more often than before. */
    static void closeContact(Scene scene) {
        contact(
                scene,
                scene.byTier(2, 4, 8),
                scene.byTier(3, 6, 12),
                scene.byTier(5, 9, 18),
                scene.customers().mixed());
        Contact first = scene.customers().everybody().getFirst();
        scene.diary()
                .businessReview(scene.byTier(45, 62, 95), first, scene.team().getLast());
        scene.diary().nextMeeting(scene.byTier(9, 16, 24));
    }

    /**
     * Contact with these people until so many days ago.
     *
     * @param last days since the last time
     * @param lately days between two times within the last 90 days
     * @param before days between two times in the year before that
     */
    static void contact(Scene scene, int last, int lately, int before, List<Contact> with) {
        contact(scene, last, lately, before, with, scene.team());
    }

    /** As above, by these of our people. */
    static void contact(Scene scene, int last, int lately, int before, List<Contact> with, List<Person> by) {
        if (last < 90) {
            scene.diary().keepsInTouch(new Stretch(90, last, lately, with, by));
        }
        scene.diary().keepsInTouch(new Stretch(200, Math.max(91, last), before, with, by));
        scene.diary().keepsInTouch(new Stretch(THEN, Math.max(201, last), before * 2, with, by));
    }

    /** Surveys and complaints of a customer who is content. */
    static void content(Scene scene) {
        scene.satisfaction(84 + scene.number() % 9, 45 + scene.number() % 20);
        scene.wallet(30 + scene.number() % 15);
        if (scene.number() % 2 == 0) {
            scene.complaint(150, 146, false);
        }
    }

    /** Surveys of a customer who could be happier. */
    static void lukewarm(Scene scene) {
        scene.satisfaction(70 + scene.number() % 5, 12 + scene.number() % 8);
        scene.wallet(18 + scene.number() % 5);
        scene.complaint(120, 104, false);
        scene.complaint(40, 28, false);
    }

    /** A year's plan that began five months ago, complete and well kept. */
    static Plan plan(Scene scene) {
        return new Plan(scene, 150 + scene.number() % 20, 365);
    }

    /** The plan with everything in it. */
    static void complete(Scene scene, Plan plan) {
        plan.write();
        new PlanPages(scene, plan).all();
    }

    /** A relationship and a business as one would wish for. */
    static void healthy(Scene scene, double growth) {
        everybody(scene);
        orders(scene, growth, 7);
        scene.deals().lost(330, 30, scene.byTier(3, 2, 1), scene.yearlyRevenue() * 0.3);
        scene.deals().pipeline(scene.yearlyRevenue() * 0.75, 7);
        closeContact(scene);
        content(scene);
    }

    /** Business as usual: some contact, flat orders, an average customer. */
    static void middling(Scene scene) {
        middling(scene, scene.customers()::mixed);
    }

    /** As {@link #middling(Scene)}, meeting only some of the customer's people. */
    static void middling(Scene scene, java.util.function.Supplier<List<Contact>> with) {
        everybody(scene);
        orders(scene, -0.04, 3);
        scene.deals().lost(330, 30, scene.byTier(6, 4, 3), scene.yearlyRevenue() * 0.9);
        scene.deals().pipeline(scene.yearlyRevenue() * 0.35, 3);
        contact(scene, scene.byTier(9, 18, 34), scene.byTier(8, 14, 26), scene.byTier(8, 13, 24), with.get());
        lukewarm(scene);
    }
}
