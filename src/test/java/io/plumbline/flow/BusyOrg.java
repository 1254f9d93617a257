package io.plumbline.flow;

import io.plumbline.testing.SmallOrg;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * An org in which people do whatever people do, as the dice of a seed fall: two of one seed live the same life, as long as
 * the same is written to both.
 */
final class BusyOrg implements AutoCloseable {

    private static final List<String> SECTIONS = List.of("customer_strategy", "industry", "competition");

    final SmallOrg org = new SmallOrg();
    private final Random dice;
    private final List<String> users = new ArrayList<>(List.of(org.sam, org.mary));
    private final List<String> accounts = new ArrayList<>(List.of(org.acme, org.brook, org.cedar));
    private final List<String> contacts = new ArrayList<>(List.of(org.champion, org.buyer));
    private final List<String> deals = new ArrayList<>(List.of(org.deal));
    private final List<String> plans = new ArrayList<>(List.of(org.plan));
    private final List<String> sections = new ArrayList<>(List.of(org.strategy));
    private final List<String> meetings = new ArrayList<>();
    private final List<String> members = new ArrayList<>();
    private LocalDate today = SmallOrg.TODAY;
    private int number;

    BusyOrg(long seed, int accounts) {
        dice = new Random(seed);
        users.add(org.user("Silent", org.mary));
        for (int i = 0; i < accounts; i++) {
            accountComes();
        }
    }

    /** What happens between two syncs, and as one word what did. */
    List<String> live(int most) {
        List<String> told = new ArrayList<>();
        for (int i = dice.nextInt(most + 1); i > 0; i--) {
            told.add(tried());
        }
        org.goOn(Duration.ofMinutes(20));
        return told;
    }

    void nextMorning() {
        org.goOn(Duration.ofHours(20));
        today = today.plusDays(1);
    }

    /** What the org refuses, such as a meeting of somebody who left, does not happen in either. */
    private String tried() {
        int what = dice.nextInt(30);
        try {
            something(what);
            return String.valueOf(what);
        } catch (AssertionError refused) {
            return what + " refused";
        }
    }

    private void something(int what) {
        switch (what) {
            case 0, 1, 2 -> meetings.add(meet(pick(accounts)));
            case 3 -> meetings.add(meetingLongAgo(pick(accounts)));
            case 4 -> perhaps(meetings, meeting -> remove(meetings, meeting));
            case 5 -> org.update("Opportunity", pick(deals), "Amount", 1_000 * dice.nextInt(200));
            case 6 -> org.update("Opportunity", pick(deals), "StageName", "Closed Won", "CloseDate", today);
            case 7 -> deals.add(deal(pick(accounts)));
            case 8 -> accountComes();
            case 9 -> org.update("Account", pick(accounts), "OwnerId", pick(users));
            case 10 -> org.update("Account", pick(accounts), "Name", "Renamed " + number++);
            case 11 ->
                org.update("Account", accounts.get(dice.nextInt(3)), "ParentId", accounts.get(3 + dice.nextInt(2)));
            case 12 -> contacts.add(org.contact(pick(accounts), "Contact " + number++, "Director", "Champion"));
            case 13 -> org.update("Contact", pick(contacts), "Plumbline_Left_On__c", today.minusDays(1));
            case 14 -> plans.add(org.freshPlan(pick(accounts)));
            case 15, 16, 17 -> sections.add(entry(pick(plans)));
            case 18 -> perhaps(sections, section -> org.update("Plumbline_Section__c", section, "Text__c", text()));
            case 19 -> perhaps(sections, section -> remove(sections, section));
            case 20 ->
                org.update("Plumbline_Plan__c", pick(plans), "State__c", dice.nextBoolean() ? "Active" : "Draft");
            case 21 -> org.update("User", pick(users), "IsActive", dice.nextInt(3) > 0);
            case 22 -> org.update("User", org.sam, "ManagerId", dice.nextBoolean() ? org.mary : users.get(2));
            case 23 -> org.update("Account", pick(accounts), "Plumbline_Band__c", "Green");
            case 24 -> org.update("Account", pick(accounts), "Plumbline_Reasons__c", "What a fine customer");
            case 25 -> someTask().ifPresent(task -> org.update("Task", task, "Status", "Completed"));
            case 26 -> someTask().ifPresent(task -> org.update("Task", task, "OwnerId", org.mary));
            case 27 -> someTask().ifPresent(org::delete);
            case 28 -> org.update("Case", org.support, "IsEscalated", dice.nextBoolean());
            default -> member();
        }
    }

    private void accountComes() {
        String account = org.account("Account " + number++, pick(users));
        accounts.add(account);
        if (dice.nextInt(3) > 0) {
            deals.add(deal(account));
        }
        if (dice.nextInt(3) > 0) {
            meetings.add(meet(account));
        }
        if (dice.nextBoolean()) {
            plans.add(org.freshPlan(account));
            sections.add(entry(plans.getLast()));
        }
    }

    private String deal(String account) {
        return org.opportunity(
                account, "Deal " + number++, "Negotiation/Review", 10_000 + dice.nextInt(90_000), today.plusDays(30));
    }

    private String meet(String account) {
        return meeting(account, today.minusDays(dice.nextInt(20)));
    }

    private String meetingLongAgo(String account) {
        return meeting(account, today.minusDays(30 + dice.nextInt(200)));
    }

    private String meeting(String account, LocalDate day) {
        String meeting = org.meeting(account, null, day);
        org.update("Event", meeting, "OwnerId", users.get(dice.nextInt(2)));
        return meeting;
    }

    private String entry(String plan) {
        String section = SECTIONS.get(dice.nextInt(SECTIONS.size()));
        return org.create(
                "Plumbline_Section__c", "Name", section, "Plan__c", plan, "Section__c", section, "Text__c", text());
    }

    /** Of few kinds, so that many are copies of another with a word more or less. */
    private String text() {
        return SmallOrg.words("kind" + dice.nextInt(3) + "x", 60)
                + (dice.nextBoolean() ? " and more of " + number++ : "");
    }

    private void member() {
        if (members.isEmpty() || dice.nextBoolean()) {
            members.add(org.create(
                    "AccountTeamMember",
                    "AccountId",
                    accounts.get(3 + members.size() % (accounts.size() - 3)),
                    "UserId",
                    pick(users),
                    "TeamMemberRole",
                    "Account Manager"));
        } else {
            remove(members, members.getFirst());
        }
    }

    private void remove(List<String> among, String id) {
        among.remove(id);
        org.delete(id);
    }

    private void perhaps(List<String> among, Consumer<String> what) {
        if (!among.isEmpty()) {
            what.accept(pick(among));
        }
    }

    private Optional<String> someTask() {
        List<Object> open = org.tasks().values().stream()
                .filter(task -> !Boolean.TRUE.equals(task.get("IsClosed")))
                .<Object>map(task -> task.get("Id"))
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(open.get(dice.nextInt(open.size())).toString());
    }

    private String pick(List<String> among) {
        return among.get(dice.nextInt(among.size()));
    }

    @Override
    public void close() {
        org.close();
    }
}
