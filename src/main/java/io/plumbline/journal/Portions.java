package io.plumbline.journal;

import io.plumbline.crm.RecordId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Ids, so many together as one query takes well behind an {@code in}. H2 finds them by an index that begins with the column
 * of the list, and by no other.
 */
final class Portions {

    static final int MOST = 500;

    private Portions() {}

    /** As many as it takes, none of which is empty. */
    static List<List<String>> of(Collection<RecordId> ids) {
        List<String> all = ids.stream().distinct().map(RecordId::value).toList();
        List<List<String>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST) {
            portions.add(all.subList(from, Math.min(from + MOST, all.size())));
        }
        return portions;
    }
}
