package io.plumbline.sandbox.seed.demo;

import io.plumbline.sandbox.seed.demo.Cast.Person;
import io.plumbline.sandbox.seed.demo.Customers.Contact;
import io.plumbline.sandbox.seed.demo.Diary.Stretch;
import java.util.Collections;
import java.util.List;

/** What many stories have in common: how people are met, how business goes, how a plan is kept. */
final class Chapters {

    private static final int THEN = 530;
    private static final int A_YEAR = 364;
    private static final int TWO_YEARS = 725;

    private Chapters() {}

    /** The customer's people and our team as they should be. */
    static void everybody(Scene scene) {
        scene.customers().usual();
        scene.fullTeam();
    }

    /**
     * Two years of orders; revenue is compared over two years, so orders go back further than anything else.
     *
     * @param growth of the second year over the first, 0.1 for ten percent
     * @param ours how many of ten deals were our own idea
     */
    static void orders(Scene scene, double growth, int ours) {
        double prior = scene.yearlyRevenue();
        int count = scene.byTier(10, 7, 4);
        scene.deals().won(TWO_YEARS, A_YEAR + 4, count, prior, 23, ours);
        scene.deals().won(A_YEAR, 6, count, prior * (1 + growth), growth < 0 ? 21 : 24, ours);
    }

    /** People meet all the time, lately a little more often than before. */
    static void closeContact(Scene scene) {
        List<Contact> circle = Scene.first(scene.customers().mixed(), scene.byTier(11, 7, 5) - luck(scene) / 2);
        contact(scene, scene.byTier(2, 4, 8), scene.byTier(3, 6, 9), scene.byTier(4, 8, 13), circle);
        Contact first = scene.customers().everybody().getFirst();
        scene.diary()
                .businessReview(scene.byTier(45, 62, 95), first, scene.team().getLast());
        scene.diary().nextMeeting(scene.byTier(9, 16, 24), first);
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
        int luck = luck(scene);
        scene.satisfaction(90 - 3 * luck, 58 - 8 * luck);
        scene.wallet(40 - 5 * luck + scene.number() % 4);
        if (scene.number() % 2 == 0) {
            scene.complaint(150, 146, false);
        }
    }

    /** Surveys of a customer who could be happier. */
    static void lukewarm(Scene scene) {
        scene.satisfaction(68 - scene.number() % 5, 6 - scene.number() % 8);
        scene.wallet(11 + scene.number() % 5);
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

    /** No two accounts are alike: 0 for the best of five, 4 for the one that could do better. */
    static int luck(Scene scene) {
        return scene.number() % 5;
    }

    /** A relationship and a business as one would wish for. */
    static void healthy(Scene scene, double growth) {
        everybody(scene);
        business(scene, growth);
        closeContact(scene);
        content(scene);
    }

    /** Orders, losses, a pipeline and a renewal that people work on. */
    static void business(Scene scene, double growth) {
        int luck = luck(scene);
        double year = scene.yearlyRevenue();
        orders(scene, growth, 7 - luck / 2);
        scene.deals().lost(330, 30, scene.byTier(4, 3, 2), year * (0.3 + 0.08 * luck));
        scene.deals().pipeline(year * (0.6 - 0.06 * luck), 7 - luck);
        scene.deals().renewal(year * 0.15, Deal.Stage.PROPOSAL, 105 + scene.number() % 40);
        if (luck > 2) {
            scene.deals().open(Deal.Stage.NEEDS, year * 0.08, 140, 50).pushed(2);
        }
    }

    /** Business as usual: a few people of theirs and of ours talk now and then, orders are flat. */
    static void middling(Scene scene) {
        everybody(scene);
        orders(scene, -0.06, 3);
        scene.deals().lost(330, 30, scene.byTier(6, 4, 3), scene.yearlyRevenue() * 1.1);
        scene.deals().pipeline(scene.yearlyRevenue() * 0.3, 3);
        List<Contact> circle = Scene.first(scene.customers().mixed(), scene.byTier(5, 3, 2));
        Collections.reverse(circle);
        contact(
                scene,
                scene.byTier(11, 21, 55),
                scene.byTier(8, 14, 28),
                scene.byTier(7, 12, 22),
                circle,
                scene.team().subList(0, 2));
        scene.diary().businessReview(scene.byTier(118, 150, 230), circle.getFirst(), scene.owner());
        lukewarm(scene);
    }
}
