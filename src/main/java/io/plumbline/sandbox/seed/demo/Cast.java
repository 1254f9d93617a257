package io.plumbline.sandbox.seed.demo;

import io.plumbline.sandbox.seed.demo.Ledger.Stamp;
import io.plumbline.sandbox.seed.demo.PersonNames.PersonName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The forty people of the supplier: those who sell, those who deliver, and those above them. */
final class Cast {

    /** A user of the org. */
    record Person(String id, String name, String title, String email) {}

    private static final int SEED = 40;

    private final Ledger ledger;
    private final Calendar calendar;
    private final PersonNames names;
    private final Random random = new Random(SEED);
    private final Set<String> taken = new HashSet<>();

    private final List<Person> managers = new ArrayList<>();
    private final List<Person> accountManagers = new ArrayList<>();
    private final List<Person> silent = new ArrayList<>();
    private final List<Person> sponsors = new ArrayList<>();
    private final List<Person> projectManagers = new ArrayList<>();
    private final List<Person> successManagers = new ArrayList<>();
    private final List<Person> architects = new ArrayList<>();
    private final List<Person> engineers = new ArrayList<>();
    private final List<Person> valueConsultants = new ArrayList<>();
    private final List<Person> channelManagers = new ArrayList<>();
    private final Person departed;

    Cast(Ledger ledger, Calendar calendar, PersonNames names) {
        this.ledger = ledger;
        this.calendar = calendar;
        this.names = names;
        Person chief = hire("Chief Executive Officer", null, true);
        Person west = hire("Vice President Sales, Western Markets", chief, true);
        Person east = hire("Vice President Sales, Northern and Eastern Markets", chief, true);
        Person operations = hire("Chief Operating Officer", chief, true);
        sponsors.addAll(List.of(west, east, operations, hire("Chief Technology Officer", chief, true)));
        for (int at = 0; at < 4; at++) {
            managers.add(hire("Sales Director", at % 2 == 0 ? west : east, true));
        }
        team(accountManagers, 12, "Strategic Account Manager");
        team(silent, 2, "Key Account Manager");
        team(projectManagers, 4, "Project Manager");
        team(successManagers, 3, "Customer Success Manager");
        team(architects, 3, "Solution Architect");
        team(engineers, 3, "Sales Engineer");
        team(valueConsultants, 2, "Business Value Consultant");
        team(channelManagers, 1, "Channel Manager");
        departed = hire("Strategic Account Manager", managers.getFirst(), false);
    }

    private void team(List<Person> team, int size, String title) {
        for (int at = 0; at < size; at++) {
            team.add(hire(title, managers.get(at % managers.size()), true));
        }
    }

    private Person hire(String title, @Nullable Person manager, boolean active) {
        PersonName name =
                names.name(names.cultures().get(random.nextInt(names.cultures().size())), random);
        while (!taken.add(name.mailbox())) {
            name = names.name("english", random);
        }
        String email = name.mailbox() + "@supplier.example";
        String id = ledger.add(
                "User",
                new Stamp(null, calendar.morning(900), calendar.morning(active ? 600 : 40)),
                Fields.of(
                        "CreatedById",
                        null,
                        "LastModifiedById",
                        null,
                        "FirstName",
                        name.first(),
                        "LastName",
                        name.last(),
                        "Username",
                        email,
                        "Email",
                        email,
                        "Alias",
                        alias(name),
                        "Title",
                        title,
                        "IsActive",
                        active,
                        "ManagerId",
                        manager == null ? null : manager.id(),
                        "UserType",
                        "Standard",
                        "TimeZoneSidKey",
                        calendar.zone().getId()));
        return new Person(id, name.full(), title, email);
    }

    private static String alias(PersonName name) {
        String letters = name.mailbox().replace(".", "");
        return letters.substring(0, Math.min(8, letters.length()));
    }

    /** Twelve who log what they do. */
    List<Person> accountManagers() {
        return accountManagers;
    }

    /** Two who never log anything. */
    List<Person> silentAccountManagers() {
        return silent;
    }

    /** Who left the company; still owns accounts. */
    Person departed() {
        return departed;
    }

    Person sponsor(int at) {
        return pick(sponsors, at);
    }

    Person projectManager(int at) {
        return pick(projectManagers, at);
    }

    Person successManager(int at) {
        return pick(successManagers, at);
    }

    Person architect(int at) {
        return pick(architects, at);
    }

    Person engineer(int at) {
        return pick(engineers, at);
    }

    Person valueConsultant(int at) {
        return pick(valueConsultants, at);
    }

    Person channelManager(int at) {
        return pick(channelManagers, at);
    }

    /** Who approves the plans of that account. */
    Person approver(int at) {
        return pick(managers, at);
    }

    private static Person pick(List<Person> people, int at) {
        return people.get(Math.floorMod(at, people.size()));
    }
}
