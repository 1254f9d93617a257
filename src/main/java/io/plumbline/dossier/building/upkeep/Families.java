package io.plumbline.dossier.building.upkeep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Which accounts belong together: all below one account at the top of a hierarchy of parents.
 *
 * @param parents the account above, by Id, of those that hang below one
 */
record Families(Map<String, String> parents) {

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
