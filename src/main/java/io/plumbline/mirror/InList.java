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
        List<String> all = ids.stream().distinct().toList();
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

    /**
     * The rows of a source with these Ids, to stand behind {@code from}; the parameters are {@link #before} org and source.
     * With {@code in} H2 would as soon look at all rows of the source: it takes the index by source for as good as the key,
     * and finds no list by an index that does not begin with the listed column.
     */
    String rowsById() {
        return rowsWith("record_id");
    }

    /** The same for the rows that hang on these accounts themselves. */
    String rowsByAccount() {
        return rowsWith("account_id");
    }

    private String rowsWith(String id) {
        return "(values " + String.join(", ", Collections.nCopies(values.size(), "(cast(? as varchar(18)))"))
                + ") as asked(asked_id) join mirror_row on " + id + " = asked_id and org_id = ? and source = ?";
    }

    /** The values as parameters before those of the conditions that come after. */
    Object[] before(String... last) {
        return Stream.concat(values.stream(), Stream.of(last)).toArray();
    }

    /** The values as parameters after those of the conditions that come before. */
    Object[] after(String... first) {
        return Stream.concat(Stream.of(first), values.stream()).toArray();
    }
}
