package io.plumbline.assess.account;

import io.plumbline.dossier.Contact;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.TeamMember;
import io.plumbline.dossier.User;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Their people and ours (model section 1, people and seniority). Contacts that have an id have a place, from 0 on. */
public final class People {

    private final Dossier dossier;
    private final Roster contacts;
    private final Contact[] contact;
    private final boolean[] active;
    private final boolean[] executive;
    private final List<Contact> activeExecutives = new ArrayList<>();
    private final Roster users;
    private final User[] user;
    private final List<TeamMember> activeTeam;
    private final boolean seniorityKnown;

    People(Dossier dossier, PolicyWords words) {
        this.dossier = dossier;
        int listed = dossier.contacts().size();
        contacts = new Roster(listed);
        contact = new Contact[listed];
        active = new boolean[listed];
        executive = new boolean[listed];
        boolean anyKnown = false;
        for (Contact each : dossier.contacts()) {
            Seniority seniority = words.seniority().of(each);
            anyKnown |= seniority != null;
            add(each, each.active() && seniority == Seniority.EXECUTIVE);
        }
        seniorityKnown = anyKnown;
        List<User> known = dossier.users() == null ? List.of() : dossier.users();
        users = new Roster(known.size());
        user = new User[known.size()];
        for (User each : known) {
            if (each.id() != null) {
                user[users.add(each.id())] = each;
            }
        }
        activeTeam = dossier.team() == null ? List.of() : active(dossier.team());
    }

    private void add(Contact each, boolean isActiveExecutive) {
        if (isActiveExecutive) {
            activeExecutives.add(each);
        }
        if (each.id() != null) {
            int place = contacts.add(each.id());
            contact[place] = each;
            active[place] |= each.active();
            executive[place] |= isActiveExecutive;
        }
    }

    private List<TeamMember> active(List<TeamMember> team) {
        List<TeamMember> members = new ArrayList<>(team.size());
        for (TeamMember member : team) {
            if (member.userId() != null && isActiveUser(member.userId())) {
                members.add(member);
            }
        }
        return members;
    }

    /** How many contacts have a place. */
    public int contacts() {
        return contacts.size();
    }

    /** The id of the contact in a place. */
    public String contactId(int place) {
        return contacts.id(place);
    }

    /** The place of a listed contact, active or not; -1 when it is none. */
    public int placeOf(String contactId) {
        return contacts.placeOf(contactId);
    }

    /** A listed contact, active or not. */
    public @Nullable Contact contact(String id) {
        int place = contacts.placeOf(id);
        return place < 0 ? null : contact[place];
    }

    /** The place of one contact alone. */
    int[] alone(int place) {
        return contacts.alone(place);
    }

    /** -1 when it is no active contact. */
    public int activePlaceOf(String id) {
        int place = contacts.placeOf(id);
        return place >= 0 && active[place] ? place : -1;
    }

    /** No active contact any more, inactive or gone, provided the account has contacts at all. */
    public boolean hasLeft(String contactId) {
        return !dossier.contacts().isEmpty() && activePlaceOf(contactId) < 0;
    }

    public List<Contact> activeExecutives() {
        return activeExecutives;
    }

    /** Whether the contact in a place is an active executive. */
    public boolean isActiveExecutive(int place) {
        return executive[place];
    }

    /** Whether an active executive took part. */
    public boolean isWithExecutive(Touch touch) {
        return touch.reaches(executive);
    }

    /** Whether the seniority of any contact, active or not, is known. */
    public boolean isSeniorityKnown() {
        return seniorityKnown;
    }

    /** A user who is not listed counts as active. */
    public boolean isActiveUser(String id) {
        int place = users.placeOf(id);
        return place < 0 || user[place].active();
    }

    public boolean isInactiveUser(String id) {
        return !isActiveUser(id);
    }

    /** Members of the team who are active users; empty when the team is unknown. */
    public List<TeamMember> activeTeam() {
        return activeTeam;
    }

    /** The name of a contact or user to put into a sentence; the id when there is none. */
    public String nameOf(String id) {
        Contact known = contact(id);
        if (known != null && known.name() != null) {
            return known.name();
        }
        int place = users.placeOf(id);
        String name = place < 0 ? null : user[place].name();
        return name == null ? id : name;
    }
}
