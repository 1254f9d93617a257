package io.plumbline.sandbox.seed.demo;

import io.plumbline.sandbox.seed.demo.Catalogue.Product;
import io.plumbline.sandbox.seed.demo.Customers.Contact;
import io.plumbline.sandbox.seed.demo.Deal.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The opportunities of one customer: what was bought, what was lost, what is open. */
final class Deals {

    private static final List<String> OUR_IDEA =
            List.of("Account Plan", "Co-creation", "Customer Workshop", "Value Discovery", "Business Review");
    private static final List<String> THEIR_IDEA = List.of("Inbound", "RFP", "Web");
    private static final int BEGINNING = 780;

    private final Scene scene;
    private final List<Deal> deals = new ArrayList<>();

    Deals(Scene scene) {
        this.scene = scene;
    }

    /** A product this customer likes. */
    Product favourite(int which) {
        return scene.setting().catalogue().product(scene.number() + which, scene.number() / 8 + which);
    }

    /**
     * Orders spread evenly over a stretch of days, each from another family in turn.
     *
     * @param total what they are worth together
     * @param margin in percent
     * @param ours how many of ten were our own idea
     */
    void won(int from, int to, int count, double total, double margin, int ours) {
        for (int at = 0; at < count; at++) {
            double share = 0.8 + 0.4 * (at + 0.5) / count;
            closed(Stage.WON, at, count, from, to, total * share / count)
                    .margin(margin)
                    .from(source(at, ours))
                    .of(scene.number() + at, 1 + at % 2);
        }
    }

    void lost(int from, int to, int count, double total) {
        for (int at = 0; at < count; at++) {
            closed(Stage.LOST, at, count, from, to, total / count)
                    .from("RFP")
                    .pushed(at % 3)
                    .of(scene.number() + 2 + at, 1);
        }
    }

    /** An open deal that closes in so many days. */
    Deal open(Stage stage, double amount, int createdAgo, int closesIn) {
        int at = deals.size();
        return add(stage, amount, createdAgo, -closesIn).from(source(at, 6)).of(scene.number() + at, 1 + at % 2);
    }

    /** The usual pipeline: a handful of deals in different stages, worth about {@code total} together. */
    void pipeline(double total, int ours) {
        List<Stage> stages = List.of(Stage.PROPOSAL, Stage.VALUE, Stage.NEGOTIATION, Stage.NEEDS, Stage.VALUE);
        int count = scene.byTier(5, 3, 2);
        for (int at = 0; at < count; at++) {
            open(stages.get(at), total / count, 70 + 9 * at, 35 + 30 * at).from(source(at, ours));
        }
    }

    /** The agreement that ends in so many days and should go on. */
    Deal renewal(double amount, Stage stage, int closesIn) {
        return add(stage, amount, 160, -closesIn)
                .renewal()
                .from("Account Manager")
                .of(scene.number() + 6, 1);
    }

    /** What was won from the first day up to the last, both counted in days ago. */
    double wonBetween(int first, int last) {
        return deals.stream()
                .filter(deal -> deal.stage() == Stage.WON && deal.closeAgo() <= first && deal.closeAgo() >= last)
                .mapToDouble(Deal::amount)
                .sum();
    }

    List<Deal> open() {
        return deals.stream().filter(deal -> !deal.stage().closed()).toList();
    }

    /**
     * The deal that a contact of this day was about, if one is being worked on: first those nobody has spoken about
     * later, then every second contact in turn.
     */
    Optional<String> touched(LocalDate day, int ago, int turn) {
        List<Deal> running = deals.stream().filter(deal -> deal.takesWork(ago)).toList();
        Optional<Deal> chosen = running.stream()
                .filter(deal -> deal.lastActivity() == null)
                .findFirst()
                .or(() -> turn % 2 == 0 || running.isEmpty()
                        ? Optional.empty()
                        : Optional.of(running.get(turn / 2 % running.size())));
        chosen.ifPresent(deal -> deal.worked(day));
        return chosen.map(Deal::id);
    }

    void write() {
        deals.forEach(this::write);
    }

    private static String source(int at, int ours) {
        return at * 7 % 10 < ours ? OUR_IDEA.get(at % OUR_IDEA.size()) : THEIR_IDEA.get(at % THEIR_IDEA.size());
    }

    private Deal closed(Stage stage, int at, int count, int from, int to, double amount) {
        int closeAgo = from - (int) ((from - to) * (at + 0.5) / count);
        int createdAgo = Math.max(closeAgo + 4, Math.min(BEGINNING, closeAgo + 45 + 11 * (at % 5)));
        return add(stage, amount, createdAgo, closeAgo);
    }

    private Deal add(Stage stage, double amount, int createdAgo, int closeAgo) {
        Deal deal = new Deal(scene.setting().ledger().reserve("Opportunity"), amount, stage, createdAgo, closeAgo);
        deals.add(deal);
        return deal;
    }

    private void write(Deal deal) {
        Stage stage = deal.stage();
        LocalDate closes = scene.calendar().day(deal.closeAgo());
        int changedAgo = stage.closed() ? deal.closeAgo() : Math.min(deal.createdAgo(), 2 + deal.createdAgo() / 6);
        scene.setting()
                .ledger()
                .write(
                        "Opportunity",
                        deal.id(),
                        scene.stamp(deal.createdAgo(), changedAgo),
                        Fields.of(
                                "Name", name(deal),
                                "AccountId", scene.accountId(),
                                "OwnerId", scene.owner().id(),
                                "StageName", stage.label(),
                                "Amount", deal.amount(),
                                "Probability", stage.probability(),
                                "CloseDate", closes,
                                "Type", deal.type(),
                                "IsClosed", stage.closed(),
                                "IsWon", stage == Stage.WON,
                                "ForecastCategory", stage.forecast(),
                                "PushCount", deal.pushes(),
                                "HasOpportunityLineItem", true,
                                "LastActivityDate", deal.lastActivity(),
                                "CurrencyIsoCode", scene.company().currency(),
                                "Plumbline_Source__c", deal.source(),
                                "Plumbline_Planned__c", deal.planned(),
                                "Plumbline_Margin__c", deal.margin()));
        items(deal);
        roles(deal);
        history(deal, closes, changedAgo);
    }

    /** Called after the first thing in it. */
    private String name(Deal deal) {
        Map<String, String> words = scene.words();
        words.put("product", product(deal, 0).name());
        words.put("product2", product(deal, 1).name());
        return scene.setting().prose().phrase("opportunity", scene.random(), words);
    }

    private Product product(Deal deal, int at) {
        return scene.setting().catalogue().product(deal.family() + at, scene.number() + at);
    }

    private void items(Deal deal) {
        for (int at = 0; at < deal.families(); at++) {
            Product product = product(deal, at);
            double price = Math.round(deal.amount() / deal.families() * 100) / 100.0;
            scene.add(
                    "OpportunityLineItem",
                    scene.stamp(deal.createdAgo()),
                    Fields.of(
                            "OpportunityId",
                            deal.id(),
                            "Product2Id",
                            product.id(),
                            "Quantity",
                            1,
                            "UnitPrice",
                            price,
                            "TotalPrice",
                            price,
                            "CurrencyIsoCode",
                            scene.company().currency()));
        }
    }

    private void roles(Deal deal) {
        List<Contact> people = scene.customers().everybody();
        for (int at = 0; at < Math.min(people.size(), scene.byTier(2, 2, 1)); at++) {
            Contact contact = at == 0 ? people.getFirst() : people.get((scene.number() + at * 3) % people.size());
            if (at == 0 || !contact.equals(people.getFirst())) {
                scene.add(
                        "OpportunityContactRole",
                        scene.stamp(deal.createdAgo()),
                        Fields.of(
                                "OpportunityId",
                                deal.id(),
                                "ContactId",
                                contact.id(),
                                "Role",
                                contact.role() == null ? "Business User" : contact.role(),
                                "IsPrimary",
                                at == 0));
            }
        }
    }

    private void history(Deal deal, LocalDate closes, int changedAgo) {
        moved(deal, Stage.QUALIFICATION, closes.minusDays(30L * deal.pushes()), deal.createdAgo());
        for (int push = deal.pushes() - 1; push >= 0; push--) {
            int ago = changedAgo + (deal.createdAgo() - changedAgo) * push / (deal.pushes() + 1);
            moved(deal, Stage.NEEDS, closes.minusDays(30L * push), ago);
        }
        moved(deal, deal.stage(), closes, changedAgo);
    }

    private void moved(Deal deal, Stage stage, LocalDate closes, int ago) {
        scene.add(
                "OpportunityHistory",
                scene.stamp(ago),
                Fields.of(
                        "OpportunityId", deal.id(),
                        "StageName", stage.label(),
                        "Amount", deal.amount(),
                        "Probability", stage.probability(),
                        "CloseDate", closes,
                        "ForecastCategory", stage.forecast(),
                        "CurrencyIsoCode", scene.company().currency()));
    }
}
