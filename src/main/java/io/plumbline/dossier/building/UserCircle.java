package io.plumbline.dossier.building;

import io.plumbline.dossier.User;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The users whom one account's dossier speaks of, with the managers above them, so that a dossier stays small. */
final class UserCircle {

    private UserCircle() {}

    static List<User> of(Map<String, User> all, Collection<String> ids) {
        Map<String, User> circle = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(ids);
        while (!open.isEmpty()) {
            String id = open.remove();
            User user = all.get(id);
            if (user != null && circle.put(id, user) == null && user.managerId() != null) {
                open.add(user.managerId());
            }
        }
        return List.copyOf(circle.values());
    }
}
