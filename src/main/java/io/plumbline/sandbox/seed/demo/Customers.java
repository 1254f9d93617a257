package io.plumbline.sandbox.seed.demo;

import io.plumbline.sandbox.seed.demo.PersonNames.PersonName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people of one customer. */
final class Customers {

    /** A contact; {@code role} is the buying role, absent when nobody knows it. */
    record Contact(
            String id,
            PersonName name,
            String title,
            boolean executive,
            @Nullable String role,
            int createdAgo) {

        String fullName() {
            return name.full();
        }
    }

    private static final List<String> ROLES = List.of("Decision Maker", "Champion", "Influencer", "Evaluator");
    private static final int KNOWN_SINCE = 520;

    private final Scene scene;
    private final List<Contact> contacts = new ArrayList<>();
    private final Map<String, LocalDate> left = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    Customers(Scene scene) {
        this.scene = scene;
    }

    /** As many people as an account of this tier has, all roles filled. */
    void usual() {
        appear(scene.byTier(3, 2, 1), scene.byTier(12, 8, 5));
    }

    /** So many executives among so many people; the first four take the roles that every purchase needs. */
    void appear(int executives, int count) {
        for (int at = 0; at < count; at++) {
            String pool = at < executives
                    ? "executive_title"
                    : at < executives + 2 ? "director_title" : at % 3 == 0 ? "staff_title" : "manager_title";
            add(pool, at < executives, role(at, executives), Math.min(KNOWN_SINCE, scene.since() - 1) - at);
        }
    }

    private static @Nullable String role(int at, int executives) {
        if (at == 0) {
            return ROLES.getFirst();
        }
        if (at < executives) {
            return at == 1 ? "Economic Buyer" : null;
        }
        int place = at - Math.max(1, executives) + 1;
        return place < ROLES.size() ? ROLES.get(place) : null;
    }

    /** Somebody new at the customer's. */
    Contact add(String titlePool, boolean executive, @Nullable String role, int createdAgo) {
        PersonName name = scene.setting().names().name(scene.company().culture(), scene.random());
        while (!taken.add(name.mailbox())) {
            name = scene.setting().names().name(scene.company().culture(), scene.random());
        }
        Contact contact = new Contact(
                scene.setting().ledger().reserve("Contact"),
                name,
                scene.setting().prose().phrase(titlePool, scene.random(), Map.of()),
                executive,
                role,
                createdAgo);
        contacts.add(contact);
        return contact;
    }

    /** The person left the customer. */
    void leaves(Contact contact, int ago) {
        left.put(contact.id(), scene.calendar().day(ago));
    }

    List<Contact> everybody() {
        return List.copyOf(contacts);
    }

    List<Contact> executives() {
        return contacts.stream().filter(Contact::executive).toList();
    }

    /** Everybody, an executive in every third place as long as there are any. */
    List<Contact> mixed() {
        List<Contact> above = new ArrayList<>(executives());
        List<Contact> below = new ArrayList<>(belowExecutives());
        List<Contact> mixed = new ArrayList<>();
        while (!above.isEmpty() || !below.isEmpty()) {
            boolean next = !above.isEmpty() && (mixed.size() % 3 == 0 || below.isEmpty());
            mixed.add(next ? above.removeFirst() : below.removeFirst());
        }
        return mixed;
    }

    List<Contact> belowExecutives() {
        return contacts.stream().filter(contact -> !contact.executive()).toList();
    }

    /** Who holds this buying role. */
    Contact holder(String role) {
        return contacts.stream()
                .filter(contact -> role.equals(contact.role()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(scene.company().name() + " has nobody as " + role));
    }

    /** The name of who holds this role, or that it is open. */
    String inRole(String role) {
        return contacts.stream()
                .filter(contact -> role.equals(contact.role()))
                .map(Contact::fullName)
                .findFirst()
                .orElse("the management");
    }

    String someone(Random random) {
        return contacts.isEmpty()
                ? "the team"
                : contacts.get(random.nextInt(contacts.size())).fullName();
    }

    void write() {
        for (Contact contact : contacts) {
            LocalDate gone = left.get(contact.id());
            scene.setting()
                    .ledger()
                    .write(
                            "Contact",
                            contact.id(),
                            scene.stamp(contact.createdAgo(), gone == null ? contact.createdAgo() : 3),
                            Fields.of(
                                    "AccountId", scene.accountId(),
                                    "OwnerId", scene.owner().id(),
                                    "FirstName", contact.name().first(),
                                    "LastName", contact.name().last(),
                                    "Title", contact.title(),
                                    "Email",
                                            contact.name().mailbox() + "@"
                                                    + scene.company().domain(),
                                    "MailingCity", scene.company().city(),
                                    "MailingCountry", scene.company().country(),
                                    "CurrencyIsoCode", scene.company().currency(),
                                    "Plumbline_Buying_Role__c", contact.role(),
                                    "Plumbline_Left_On__c", gone));
        }
    }
}
