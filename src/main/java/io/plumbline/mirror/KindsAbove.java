package io.plumbline.mirror;

import io.plumbline.crm.RecordId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * On which kinds of records any row hangs. The Ids of all records of an object begin alike, so one look into the index by parent tells
 * of all tasks, say, that nothing hangs on them, and none of them is looked up by itself.
 *
 * <p>H2 sorts texts as Java does, so those that begin alike stand together; a database that sorts by a language may have them
 * elsewhere, and there anything may hang on every kind. So it may where the rows are another org's.
 */
final class KindsAbove {

    private final JdbcTemplate jdbc;
    private final boolean sortsAsJava;
    private final Map<String, Boolean> known = new HashMap<>();

    KindsAbove(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.sortsAsJava = DatabaseKind.isH2(jdbc);
    }

    /** Whether anything may hang on this record. */
    boolean includeThatOf(RecordId id) {
        return !sortsAsJava || known.computeIfAbsent(id.keyPrefix(), this::isAbove);
    }

    private boolean isAbove(String kind) {
        return !jdbc.queryForList(
                        "select parent_id from mirror_row where parent_id >= ? and parent_id < ? limit 1",
                        String.class,
                        kind,
                        kind + Character.MAX_VALUE)
                .isEmpty();
    }
}
