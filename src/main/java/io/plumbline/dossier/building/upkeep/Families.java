package io.plumbline.dossier.building.upkeep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which accounts belong together: all below one account at the top of a hierarchy of parents. */
final class Families {

    private final Function<String, Optional<String>> parents;
    private final Map<String, String> known = new HashMap<>();

    /** @param parents says of an account, by Id, which one it hangs below */
    Families(Function<String, Optional<String>> parents) {
        this.parents = parents;
    }

    /** The Id of the account at the top; one that has no parent is a family of its own. */
    String of(String account) {
        return known.computeIfAbsent(account, this::top);
    }

    private String top(String account) {
        List<String> way = new ArrayList<>();
        String top = account;
        for (Optional<String> parent = parents.apply(top); parent.isPresent(); parent = parents.apply(top)) {
            way.add(top);
            int before = way.indexOf(parent.get());
            if (before >= 0) {
                return Collections.min(way.subList(before, way.size()));
            }
            top = parent.get();
        }
        return top;
    }
}
