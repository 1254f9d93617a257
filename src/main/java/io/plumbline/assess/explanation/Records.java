package io.plumbline.assess.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ids of the records that a number comes from; while nothing is explained, it forgets them. */
public final class Records {

    static final Records FORGOTTEN = new Records(null);

    private final @Nullable List<@Nullable String> ids;

    private Records(@Nullable List<@Nullable String> ids) {
        this.ids = ids;
    }

    static Records kept() {
        return new Records(new ArrayList<>());
    }

    public void add(@Nullable String id) {
        if (ids != null) {
            ids.add(id);
        }
    }

    public void addAll(Collection<String> more) {
        if (ids != null) {
            ids.addAll(more);
        }
    }

    List<@Nullable String> ids() {
        return ids == null ? List.of() : ids;
    }
}
