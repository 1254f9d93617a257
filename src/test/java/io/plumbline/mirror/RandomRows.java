package io.plumbline.mirror;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rows of a small org as a seed wills them: accounts with deals and plans, lines of deals, parts of lines, and entries of plans,
 * some of them deleted, out of sight, our own, or hanging on nothing, or on what is not there.
 */
final class RandomRows {

    static final RecordId ORG = RecordId.of("00D000000000001");
    static final RecordId OTHER_ORG = RecordId.of("00D000000000002");
    static final RowSource ACCOUNTS = RowSource.of("accounts");
    static final RowSource DEALS = RowSource.of("deals");
    static final RowSource LINES = RowSource.of("lines");
    static final RowSource PARTS = RowSource.of("parts");
    static final RowSource PLANS = RowSource.of("plans");
    static final RowSource ENTRIES = RowSource.of("entries");
    static final List<RowSource> SOURCES = List.of(ACCOUNTS, DEALS, LINES, PARTS, PLANS, ENTRIES);

    private static final Map<RowSource, String> PREFIXES =
            Map.of(ACCOUNTS, "001", DEALS, "006", LINES, "00k", PARTS, "00K", PLANS, "a01", ENTRIES, "a02");
    private static final Instant MONDAY = Instant.parse("2026-06-01T08:00:00Z");

    private final List<MirrorRow> rows = new ArrayList<>();
    private final Set<MirrorRow> absent = new HashSet<>();
    private final Random random;
    private int last;

    RandomRows(long seed) {
        this(seed, 0);
    }

    /** @param last numbers of Ids begin after this one */
    RandomRows(long seed, int last) {
        this.random = new Random(seed);
        this.last = last;
        for (int account = 0; account < 25; account++) {
            MirrorRow row = row(ACCOUNTS, Optional.empty(), Optional.empty());
            below(DEALS, 3, Optional.of(row.id())).forEach(deal -> {
                below(LINES, 2, deal).forEach(line -> below(PARTS, 2, line));
            });
            below(PLANS, 2, Optional.of(row.id())).forEach(plan -> below(ENTRIES, 4, plan));
        }
        below(ENTRIES, 3, Optional.of(id(PLANS)));
    }

    private RandomRows(List<MirrorRow> rows, Set<MirrorRow> absent) {
        this.random = new Random(0);
        this.rows.addAll(rows);
        this.absent.addAll(absent);
    }

    RandomRows and(RandomRows others) {
        RandomRows both = new RandomRows(rows, absent);
        both.rows.addAll(others.rows);
        both.absent.addAll(others.absent);
        return both;
    }

    /** Another org holds the same Ids, all of them live. */
    RandomRows storedIn(Mirror mirror) {
        for (RowSource source : SOURCES) {
            List<MirrorRow> those =
                    rows.stream().filter(row -> row.source().equals(source)).toList();
            mirror.store(ORG, those);
            mirror.store(OTHER_ORG, those.stream().map(RandomRows::live).toList());
            mirror.hide(
                    ORG,
                    source,
                    those.stream().filter(absent::contains).map(MirrorRow::id).toList());
        }
        return this;
    }

    List<RecordId> ids(RowSource source) {
        return all().filter(row -> row.source().equals(source))
                .map(MirrorRow::id)
                .toList();
    }

    Stream<MirrorRow> all() {
        return rows.stream();
    }

    Stream<MirrorRow> live() {
        return visible().filter(row -> !row.deleted());
    }

    /** Live or deleted, but not out of sight. */
    Stream<MirrorRow> visible() {
        return rows.stream().filter(row -> !absent.contains(row));
    }

    private List<Optional<RecordId>> below(RowSource source, int most, Optional<RecordId> above) {
        List<Optional<RecordId>> made = new ArrayList<>();
        for (int number = random.nextInt(most + 1); number > 0; number--) {
            Optional<RecordId> named = random.nextInt(12) == 0 ? Optional.empty() : above;
            boolean direct = named.filter(id -> id.value().startsWith("001")).isPresent();
            made.add(Optional.of(row(source, direct ? named : Optional.empty(), direct ? Optional.empty() : named)
                    .id()));
        }
        return made;
    }

    private MirrorRow row(RowSource source, Optional<RecordId> account, Optional<RecordId> parent) {
        RecordId id = id(source);
        boolean deleted = random.nextInt(8) == 0;
        MirrorRow row = new MirrorRow(
                source,
                new CrmRecord(ObjectName.of("Thing"), id, Map.of(FieldName.of("Name"), FieldValue.text("n" + last))),
                account,
                parent,
                MONDAY,
                deleted,
                random.nextInt(6) == 0 ? Optional.of("key-" + id.value()) : Optional.empty());
        rows.add(row);
        if (!deleted && random.nextInt(10) == 0) {
            absent.add(row);
        }
        return row;
    }

    private RecordId id(RowSource source) {
        return RecordId.of("%s%012d".formatted(PREFIXES.get(source), ++last));
    }

    private static MirrorRow live(MirrorRow row) {
        return new MirrorRow(
                row.source(), row.record(), row.accountId(), row.parentId(), row.stamp(), false, row.ownKey());
    }
}
