package io.plumbline.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What hangs on an account, on another row or on nothing, against the plain way; and how much is looked at to find it. */
class HangingRowsTest {

    private static final boolean ON_POSTGRESQL = "postgresql".equals(System.getProperty("plumbline.database"));

    private final DataSource database = TestDatabase.migrated();
    private final Mirror mirror = new Mirror(database);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void namesJustTheLiveRowsOfTheseSourcesThatHangOnNothing(long seed) {
        RandomRows rows = new RandomRows(seed).storedIn(mirror);

        for (List<RowSource> asked : List.of(RandomRows.SOURCES, List.of(RandomRows.DEALS), List.<RowSource>of())) {
            Map<RowSource, List<RecordId>> expected = new HashMap<>();
            for (RowSource source : asked) {
                List<RecordId> ids = rows.live()
                        .filter(row -> row.source().equals(source)
                                && row.accountId().isEmpty()
                                && row.parentId().isEmpty())
                        .map(MirrorRow::id)
                        .sorted()
                        .toList();
                if (!ids.isEmpty()) {
                    expected.put(source, ids);
                }
            }
            assertThat(mirror.org(RandomRows.ORG).withoutAccount(asked)).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsOfEachAccountWhatHangsOnItDirectlyOrThroughOthers(long seed) {
        RandomRows rows = new RandomRows(seed).storedIn(mirror);
        List<RecordId> accounts = new ArrayList<>(rows.ids(RandomRows.ACCOUNTS));
        Collections.shuffle(accounts, new Random(seed));

        assertThat(mirror.org(RandomRows.ORG).accounts(RandomRows.ACCOUNTS, accounts))
                .containsExactlyElementsOf(plainly(rows, accounts, Set.copyOf(RandomRows.SOURCES)));
        for (Set<RowSource> only : List.of(
                Set.of(RandomRows.PLANS, RandomRows.ENTRIES),
                Set.of(RandomRows.DEALS, RandomRows.LINES),
                Set.of(RandomRows.DEALS),
                Set.of(RowSource.of("nothingOfIt")))) {
            assertThat(mirror.org(RandomRows.ORG).accounts(RandomRows.ACCOUNTS, accounts, only))
                    .as("of %s", only)
                    .containsExactlyElementsOf(plainly(rows, accounts, only));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @DisplayName(
            "the accounts of what was touched are those it hangs on, directly or through one other row, and no other record")
    void namesTheAccountsOfWhatWasTouched(long seed) {
        RandomRows rows = new RandomRows(seed).storedIn(mirror);
        Map<RecordId, MirrorRow> byId = rows.all().collect(Collectors.toMap(MirrorRow::id, row -> row));
        Touched touched = mirror.touched(RandomRows.ORG);
        touched.forget();
        Random random = new Random(seed);
        List<MirrorRow> some = rows.all().filter(row -> random.nextInt(10) == 0).toList();
        some.forEach(row -> mirror.hide(RandomRows.ORG, row.source(), List.of(row.id())));

        Set<RecordId> accounts = new HashSet<>();
        for (MirrorRow row : some) {
            Optional.of(row.id()).filter(RecordId::isOfAccount).ifPresent(accounts::add);
            row.accountId().ifPresent(accounts::add);
            row.parentId().map(byId::get).flatMap(MirrorRow::accountId).ifPresent(accounts::add);
        }
        assertThat(accounts).hasSizeGreaterThan(3);
        assertThat(touched.accounts()).isEqualTo(accounts);
    }

    @Test
    @DisplayName("with more accounts and rows than one query asks for, each comes with what is its own")
    void readsManyAccountsOneByOne() {
        RandomRows rows = many();
        List<RecordId> accounts = rows.ids(RandomRows.ACCOUNTS);

        assertThat(accounts).hasSizeGreaterThan(400);
        assertThat(mirror.org(RandomRows.ORG).accounts(RandomRows.ACCOUNTS, accounts))
                .containsExactlyElementsOf(plainly(rows, accounts, Set.copyOf(RandomRows.SOURCES)));
    }

    @Test
    @DisplayName("a row comes once, although what it hangs on stands in two sources")
    void bringsARowOnceHoweverManyWaysLeadToIt() {
        RecordId account = RecordId.of("001000000000001");
        RecordId deal = RecordId.of("006000000000001");
        RecordId line = RecordId.of("00k000000000001");
        for (MirrorRow row : List.of(
                row(RandomRows.ACCOUNTS, account, Optional.empty(), Optional.empty()),
                row(RandomRows.DEALS, deal, Optional.of(account), Optional.empty()),
                row(RandomRows.PLANS, deal, Optional.of(account), Optional.empty()),
                row(RandomRows.LINES, line, Optional.empty(), Optional.of(deal)))) {
            mirror.store(RandomRows.ORG, List.of(row));
        }

        assertThat(mirror.org(RandomRows.ORG).accounts(RandomRows.ACCOUNTS, List.of(account)))
                .singleElement()
                .satisfies(rows ->
                        assertThat(rows.of(RandomRows.LINES)).singleElement().returns(line, MirrorRow::id));
    }

    private static MirrorRow row(RowSource source, RecordId id, Optional<RecordId> account, Optional<RecordId> parent) {
        return new MirrorRow(
                source,
                new CrmRecord(ObjectName.of("Thing"), id, Map.of()),
                account,
                parent,
                Instant.parse("2026-06-01T08:00:00Z"),
                false,
                Optional.empty());
    }

    /** Row by row up to its account. */
    private static List<AccountRows> plainly(RandomRows rows, List<RecordId> accounts, Set<RowSource> only) {
        Map<RecordId, MirrorRow> live = rows.live().collect(Collectors.toMap(MirrorRow::id, row -> row));
        Map<RecordId, Map<RowSource, List<MirrorRow>>> found = new HashMap<>();
        rows.visible()
                .filter(row -> only.contains(row.source()))
                .filter(row -> !row.deleted()
                        || (row.accountId().isPresent() && row.ownKey().isPresent()))
                .sorted(Comparator.comparing(MirrorRow::id))
                .forEach(row -> {
                    Optional<MirrorRow> top = Optional.of(row);
                    while (top.isPresent() && top.get().accountId().isEmpty()) {
                        top = top.get().parentId().map(live::get);
                    }
                    top.flatMap(MirrorRow::accountId)
                            .ifPresent(account -> found.computeIfAbsent(account, id -> new HashMap<>())
                                    .computeIfAbsent(row.source(), source -> new ArrayList<>())
                                    .add(row));
                });
        return accounts.stream()
                .filter(live::containsKey)
                .map(id -> new AccountRows(live.get(id), found.getOrDefault(id, Map.of())))
                .toList();
    }

    /** H2 counts what it looked at, and PostgreSQL names the conditions by which it found its way through the index. */
    @Test
    @DisplayName("of some hundred accounts and what hangs on them, only what hangs on nothing is looked at")
    void looksAtNothingElseToFindWhatHangsOnNothing() {
        RandomRows rows = many();
        long hanging = rows.all()
                .filter(row -> row.source().equals(RandomRows.DEALS)
                        && row.accountId().isEmpty()
                        && row.parentId().isEmpty())
                .count();
        assertThat(hanging).isBetween(3L, 100L);

        new JdbcTemplate(database).execute("analyze");
        String plan = plan(MirroredOrg.ON_NOTHING, RandomRows.ORG.value(), RandomRows.DEALS.value());
        if (ON_POSTGRESQL) {
            assertThat(plan.lines().filter(line -> line.contains("Index Cond")))
                    .singleElement()
                    .asString()
                    .contains("account_id IS NULL", "org_id", "source", "parent_id IS NULL");
        } else {
            assertThat(plan).contains("scanCount: " + (hanging + 1) + " ");
        }
    }

    @Test
    @DisabledIfSystemProperty(named = "plumbline.database", matches = "postgresql", disabledReason = "counts otherwise")
    @DisplayName("to find the plans of some accounts nothing else that hangs on them is looked at")
    void looksAtNothingElseToFindTheRowsOfOneSource() {
        RandomRows rows = many();
        List<RecordId> accounts = rows.ids(RandomRows.ACCOUNTS).subList(0, 200);
        long there = rows.all()
                .filter(row -> row.source().equals(RandomRows.PLANS)
                        && row.accountId().filter(accounts::contains).isPresent())
                .count();
        InList asked = InList.of(accounts, 200).getFirst();

        assertThat(there).isBetween(50L, 400L);
        assertThat(plan(
                        RowsOfAccounts.directOfSource(asked),
                        asked.before(RandomRows.ORG.value(), RandomRows.PLANS.value())))
                .as("each account is looked up once, and what comes after its plans is seen, but not read")
                .contains("MIRROR_ROW_BY_ACCOUNT", "scanCount: " + (there + accounts.size()) + " ");
    }

    @Test
    void asksOnlyKindsOfRecordsThatAnythingHangsOnForWhatHangsOnThem() {
        KindsAbove none = new KindsAbove(new JdbcTemplate(database));
        assertThat(none.includeThatOf(RecordId.of("006000000000001"))).isEqualTo(ON_POSTGRESQL);

        new RandomRows(1).storedIn(mirror);
        KindsAbove some = new KindsAbove(new JdbcTemplate(database));
        assertThat(List.of("006", "00k", "a01"))
                .allMatch(kind -> some.includeThatOf(RecordId.of(kind + "zzzzzzzzzzzz")));
        assertThat(List.of("001", "005", "007", "00K", "00l", "a00", "a02", "zzz"))
                .allMatch(kind -> some.includeThatOf(RecordId.of(kind + "000000000000")) == ON_POSTGRESQL);
    }

    private RandomRows many() {
        return IntStream.range(0, 20)
                .mapToObj(seed -> new RandomRows(seed, seed * 1_000).storedIn(mirror))
                .reduce(RandomRows::and)
                .orElseThrow();
    }

    private String plan(String select, Object... parameters) {
        return String.join(
                "\n", new JdbcTemplate(database).queryForList("explain analyze " + select, String.class, parameters));
    }
}
