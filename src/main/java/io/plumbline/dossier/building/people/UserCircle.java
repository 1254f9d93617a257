package io.plumbline.dossier.building.people;

import io.plumbline.dossier.User;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** The users whom one account's dossier speaks of, with the managers above them, so that a dossier stays small. */
public final class UserCircle {

    private UserCircle() {}

    public static List<User> of(Map<String, User> all, Collection<String> ids) {
        return ids(all, ids).stream().map(all::get).filter(Objects::nonNull).toList();
    }

    /** All of them, those included whom nobody can see. */
    public static SortedSet<String> ids(Map<String, User> all, Collection<String> ids) {
        SortedSet<String> circle = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(ids);
        while (!open.isEmpty()) {
            String id = open.remove();
            User user = all.get(id);
            if (circle.add(id) && user != null && user.managerId() != null) {
                open.add(user.managerId());
            }
        }
        return circle;
    }
}
