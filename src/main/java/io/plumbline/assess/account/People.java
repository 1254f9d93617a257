package io.plumbline.assess.account;

import io.plumbline.dossier.Contact;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.TeamMember;
import io.plumbline.dossier.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Their people and ours (model section 1, people and seniority). */
public final class People {

    private final Dossier dossier;
    private final Map<String, Contact> contacts = new HashMap<>();
    private final Set<String> activeContacts = new HashSet<>();
    private final List<Contact> activeExecutives = new ArrayList<>();
    private final Set<String> activeExecutiveIds = new HashSet<>();
    private final Map<String, User> users = new HashMap<>();
    private final boolean seniorityKnown;

    People(Dossier dossier, PolicyWords words) {
        this.dossier = dossier;
        boolean anyKnown = false;
        for (Contact contact : dossier.contacts()) {
            Seniority seniority = words.seniority().of(contact);
            anyKnown |= seniority != null;
            boolean activeExecutive = contact.active() && seniority == Seniority.EXECUTIVE;
            if (activeExecutive) {
                activeExecutives.add(contact);
            }
            String id = contact.id();
            if (id != null) {
                contacts.put(id, contact);
                if (contact.active()) {
                    activeContacts.add(id);
                }
                if (activeExecutive) {
                    activeExecutiveIds.add(id);
                }
            }
        }
        seniorityKnown = anyKnown;
        if (dossier.users() != null) {
            for (User user : dossier.users()) {
                if (user.id() != null) {
                    users.put(user.id(), user);
                }
            }
        }
    }

    /** A listed contact, active or not. */
    public @Nullable Contact contact(String id) {
        return contacts.get(id);
    }

    public boolean isActiveContact(String id) {
        return activeContacts.contains(id);
    }

    /** No active contact any more, inactive or gone, provided the account has contacts at all. */
    public boolean hasLeft(String contactId) {
        return !dossier.contacts().isEmpty() && !activeContacts.contains(contactId);
    }

    public List<Contact> activeExecutives() {
        return activeExecutives;
    }

    public Set<String> activeExecutiveIds() {
        return activeExecutiveIds;
    }

    /** Whether the seniority of any contact, active or not, is known. */
    public boolean isSeniorityKnown() {
        return seniorityKnown;
    }

    /** A user who is not listed counts as active. */
    public boolean isActiveUser(String id) {
        User user = users.get(id);
        return user == null || user.active();
    }

    public boolean isInactiveUser(String id) {
        return !isActiveUser(id);
    }

    /** Members of the team who are active users; empty when the team is unknown. */
    public List<TeamMember> activeTeam() {
        List<TeamMember> active = new ArrayList<>();
        if (dossier.team() != null) {
            for (TeamMember member : dossier.team()) {
                if (member.userId() != null && isActiveUser(member.userId())) {
                    active.add(member);
                }
            }
        }
        return active;
    }

    /** The name of a contact or user to put into a sentence; the id when there is none. */
    public String nameOf(String id) {
        Contact contact = contacts.get(id);
        if (contact != null && contact.name() != null) {
            return contact.name();
        }
        User user = users.get(id);
        return user != null && user.name() != null ? user.name() : id;
    }
}
