package io.plumbline.dossier.building;

import io.plumbline.config.mapping.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which accounts belong together: all below one account at the top of a hierarchy of parents. */
final class Families {

    private final Map<String, String> parents = new HashMap<>();

    void add(MappedRow account) {
        String parent = account.reference(Fact.ACCOUNT_PARENT);
        if (parent != null) {
            parents.put(account.id(), parent);
        }
    }

    /** The Id of the account at the top; one that has no parent is a family of its own. */
    String of(String account) {
        List<String> way = new ArrayList<>();
        String top = account;
        for (String parent = parents.get(top); parent != null; parent = parents.get(top)) {
            way.add(top);
            int before = way.indexOf(parent);
            if (before >= 0) {
                return Collections.min(way.subList(before, way.size()));
            }
            top = parent;
        }
        return top;
    }
}
