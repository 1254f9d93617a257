package io.plumbline.mirror;

import io.plumbline.crm.RecordId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands between the brackets of an {@code in}: so many values as one query takes well.
 *
 * @param values in the order given
 */
record InList(List<String> values) {

    InList {
        values = List.copyOf(values);
    }

    /**
     * As many of them as it takes, none of which is empty.
     *
     * @param most so many values are asked for at once
     */
    static List<InList> of(Collection<RecordId> ids, int most) {
        return ofTexts(ids.stream().map(RecordId::value).toList(), most);
    }

    static List<InList> ofTexts(Collection<String> ids, int most) {
        List<String> all = List.copyOf(ids);
        List<InList> lists = new ArrayList<>();
        for (int from = 0; from < all.size(); from += most) {
            lists.add(new InList(all.subList(from, Math.min(from + most, all.size()))));
        }
        return lists;
    }

    /** A place for each value. */
    String places() {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    /** The values as parameters after those of the conditions that come before. */
    Object[] after(String... first) {
        return Stream.concat(Stream.of(first), values.stream()).toArray();
    }
}
