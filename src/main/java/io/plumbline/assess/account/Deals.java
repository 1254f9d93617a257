package io.plumbline.assess.account;

import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.dossier.Contact;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.Opportunity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The account's opportunities, and what they are worth (model section 1, opportunities and expected value). */
public final class Deals {

    private final Dossier dossier;
    private final Days days;
    private final People people;
    private final PolicyWords words;
    private final PolicyNumbers numbers;
    private final Trace trace;
    private final Roster ids;
    private final Opportunity[] byPlace;
    private final List<Opportunity> won;
    private final List<OpenDeal> open;

    Deals(Dossier dossier, Days days, People people, PolicyWords words, PolicyNumbers numbers, Trace trace) {
        this.dossier = dossier;
        this.days = days;
        this.people = people;
        this.words = words;
        this.numbers = numbers;
        this.trace = trace;
        int count = dossier.opportunities().size();
        this.ids = new Roster(count);
        this.byPlace = new Opportunity[count];
        this.won = new ArrayList<>(count);
        this.open = new ArrayList<>(count);
        for (Opportunity opportunity : dossier.opportunities()) {
            if (opportunity.id() != null) {
                byPlace[ids.add(opportunity.id())] = opportunity;
            }
            if (!opportunity.isClosed()) {
                open.add(openDeal(opportunity));
            } else if (isWon(opportunity)) {
                won.add(opportunity);
            }
        }
    }

    public @Nullable Opportunity byId(String id) {
        int place = ids.placeOf(id);
        return place < 0 ? null : byPlace[place];
    }

    public List<Opportunity> all() {
        return dossier.opportunities();
    }

    public List<Opportunity> won() {
        return won;
    }

    public List<OpenDeal> open() {
        return open;
    }

    /** Closed and won, and not in the future. */
    public boolean isWon(Opportunity opportunity) {
        return opportunity.isClosed() && opportunity.isWon() && days.isNotAfter(opportunity.closeDate());
    }

    /** The sum of what was won with an age of the close date from {@code from} to under {@code to}. */
    public double wonAged(double from, double to) {
        int mark = trace.mark();
        double sum = 0;
        for (Opportunity opportunity : won) {
            LocalDate closed = opportunity.closeDate();
            if (closed != null
                    && Comparison.atLeast(days.age(closed), from)
                    && Comparison.below(days.age(closed), to)) {
                sum += Money.of(opportunity.amount());
                trace.term("amount", Money.of(opportunity.amount()), opportunity.id());
            }
        }
        trace.fold(mark, Combination.SUM, "won", sum);
        return sum;
    }

    /** The sum of what was won from one day to another, both included. */
    public double wonBetween(LocalDate from, LocalDate to) {
        int mark = trace.mark();
        double sum = 0;
        for (Opportunity opportunity : won) {
            LocalDate closed = opportunity.closeDate();
            if (closed != null && !closed.isBefore(from) && !closed.isAfter(to)) {
                sum += Money.of(opportunity.amount());
                trace.term("amount", Money.of(opportunity.amount()), opportunity.id());
            }
        }
        trace.fold(mark, Combination.SUM, "won", sum);
        return sum;
    }

    /** The sum of the amounts of the open deals that satisfy the condition. */
    public double openAmount(Predicate<OpenDeal> condition) {
        int mark = trace.mark();
        double sum = 0;
        for (OpenDeal deal : open) {
            if (condition.test(deal)) {
                sum += deal.amount();
                trace.term("amount", deal.amount(), deal.opportunity().id());
            }
        }
        trace.fold(mark, Combination.SUM, "open amount", sum);
        return sum;
    }

    /** The sum of the expected values of the open deals that satisfy the condition. */
    public double expected(Predicate<OpenDeal> condition) {
        int mark = trace.mark();
        double sum = 0;
        for (OpenDeal deal : open) {
            if (condition.test(deal)) {
                sum += deal.expected();
                trace.lay(deal.explained());
            }
        }
        trace.fold(mark, Combination.SUM, "expected", sum);
        return sum;
    }

    private OpenDeal openDeal(Opportunity opportunity) {
        double amount = Money.of(opportunity.amount());
        double probability = opportunity.probability() == null ? 0 : Math.clamp(opportunity.probability(), 0.0, 100.0);
        double pushes = opportunity.pushCount() == null ? 0 : opportunity.pushCount();
        long idle = idleDays(opportunity);
        boolean overdue = days.isPast(opportunity.closeDate());
        double pushed = numbers.pushed().factor(pushes);
        double idled = numbers.idle().factor(idle);
        double late = overdue ? numbers.overdue() : 1;
        double undecided = hasDecisionMaker(opportunity) ? 1 : numbers.noDecisionMaker();
        double expected = amount * probability / 100 * pushed * idled * late * undecided;
        int mark = trace.mark();
        trace.term("amount", amount, opportunity.id());
        trace.term("probability", probability / 100, opportunity.id());
        trace.given("pushed", pushed);
        trace.given("idle", idled);
        trace.given("overdue", late);
        trace.given("noDecisionMaker", undecided);
        trace.fold(mark, Combination.PRODUCT, "expected", expected);
        boolean renewal = words.renewalTypes().has(opportunity.type());
        return new OpenDeal(opportunity, amount, probability, pushes, idle, overdue, renewal, expected, trace.take());
    }

    private long idleDays(Opportunity opportunity) {
        LocalDate last =
                opportunity.lastActivityDate() != null ? opportunity.lastActivityDate() : opportunity.createdDate();
        return last == null ? 0 : Math.max(0, days.age(last));
    }

    private boolean hasDecisionMaker(Opportunity opportunity) {
        for (String id : opportunity.contactIds()) {
            Contact contact = people.contact(id);
            if (contact != null && contact.active() && words.decisionRoles().has(contact.buyingRole())) {
                return true;
            }
        }
        return false;
    }
}
