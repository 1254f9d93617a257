package io.plumbline.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.FiscalYear;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.testing.TestDatabase;
import io.plumbline.testing.Trap;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class MirrorTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final RecordId OTHER_ORG = RecordId.of("00D000000000002");
    private static final RowSource ACCOUNTS = RowSource.of("accounts");
    private static final RowSource DEALS = RowSource.of("opportunities");
    private static final RowSource LINES = RowSource.of("lines");
    private static final RecordId ACME = RecordId.of("001000000000001");
    private static final RecordId BOLT = RecordId.of("001000000000002");
    private static final FieldName NAME = FieldName.of("Name");
    private static final Instant MONDAY = Instant.parse("2026-06-01T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-06-02T08:00:00Z");

    private final Mirror mirror = new Mirror(TestDatabase.migrated());

    @Test
    @Trap({"H6", "E6", "E11"})
    @DisplayName("every kind of value comes back as it was, an empty field as empty")
    void keepsEveryKindOfValueExactly() {
        Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
        fields.put(NAME, FieldValue.text("007 \"Zoë\"\n\u0007😀 null"));
        fields.put(FieldName.of("Amount"), FieldValue.number(new BigDecimal("999999999999999999.01")));
        fields.put(FieldName.of("IsWon"), FieldValue.flag(true));
        fields.put(FieldName.of("CloseDate"), FieldValue.day(LocalDate.of(2024, 3, 31)));
        fields.put(FieldName.of("CreatedDate"), FieldValue.moment(Instant.parse("2024-03-31T01:59:59.123Z")));
        fields.put(FieldName.of("Owner.Name"), FieldValue.EMPTY);
        CrmRecord record = new CrmRecord(ObjectName.of("Account"), ACME, fields);
        store(new MirrorRow(ACCOUNTS, record, Optional.empty(), Optional.empty(), MONDAY, false, Optional.empty()));

        assertThat(mirror.org(ORG).rows(ACCOUNTS).getFirst().record()).isEqualTo(record);
        assertThat(List.copyOf(mirror.org(ORG)
                        .rows(ACCOUNTS)
                        .getFirst()
                        .record()
                        .fields()
                        .keySet()))
                .isEqualTo(List.copyOf(fields.keySet()));
    }

    @Test
    @Trap({"C9", "C10"})
    @DisplayName("a row is replaced by one that is newer or as new for that Id, never by an older one")
    void keepsTheNewestVersionOfEachRow() {
        store(account(ACME, "second", TUESDAY, false));
        store(account(ACME, "first, arriving late", MONDAY, false));
        assertThat(name(ACME)).isEqualTo("second");

        store(account(ACME, "same stamp, more fields", TUESDAY, false));
        assertThat(name(ACME)).isEqualTo("same stamp, more fields");
    }

    @Test
    void forgetsWhatASourceHeldOfAnotherObjectAndNothingElse() {
        store(account(ACME, "Acme", MONDAY, false));
        store(account(BOLT, "Bolt", MONDAY, false));

        assertThat(mirror.forgetOthers(ORG, ACCOUNTS, ObjectName.of("Account"))).isZero();
        assertThat(mirror.forgetOthers(OTHER_ORG, ACCOUNTS, ObjectName.of("Lead")))
                .isZero();
        assertThat(mirror.forgetOthers(ORG, DEALS, ObjectName.of("Lead"))).isZero();
        assertThat(mirror.org(ORG).ids(ACCOUNTS)).hasSize(2);

        assertThat(mirror.forgetOthers(ORG, ACCOUNTS, ObjectName.of("Lead"))).isEqualTo(2);
        assertThat(mirror.org(ORG).rows(ACCOUNTS)).isEmpty();
    }

    @Test
    @Trap("G4")
    @DisplayName("a live sighting clears a tombstone, whatever its stamp")
    void clearsATombstoneWhenTheRowIsSeenAlive() {
        store(account(ACME, "Acme", MONDAY, false));
        store(account(ACME, "Acme", TUESDAY, true));
        assertThat(mirror.org(ORG).ids(ACCOUNTS)).isEmpty();
        assertThat(mirror.org(ORG).rows(ACCOUNTS, List.of(ACME))).hasSize(1);

        store(account(ACME, "Acme", MONDAY, false));
        assertThat(mirror.org(ORG).ids(ACCOUNTS)).containsExactly(ACME);
    }

    @Test
    @Trap("H8")
    @DisplayName("two Ids that differ only in letter case are two rows")
    void tellsLetterCaseOfIdsApart() {
        RecordId lower = RecordId.of("00100000000000a");
        RecordId upper = RecordId.of("00100000000000A");
        store(account(lower, "lower", MONDAY, false));
        store(account(upper, "upper", MONDAY, false));

        assertThat(mirror.org(ORG).ids(ACCOUNTS)).containsExactly(upper, lower);
        assertThat(name(lower)).isEqualTo("lower");
    }

    @Trap("K2")
    @Test
    @DisplayName("when a page's watermark cannot be stored, its rows are not, and the watermark before it still stands")
    void storesAPageAndItsWatermarkTogetherOrNotAtAll() {
        Watermark before = new Watermark("fields", MONDAY, true);
        mirror.store(ORG, ACCOUNTS, List.of(account(ACME, "Acme", MONDAY, false)), before);
        Watermark unstorable = new Watermark("longer than its column ".repeat(9), TUESDAY, true);

        assertThatThrownBy(() ->
                        mirror.store(ORG, ACCOUNTS, List.of(account(ACME, "renamed", TUESDAY, false)), unstorable))
                .isInstanceOf(DataAccessException.class);

        assertThat(name(ACME)).isEqualTo("Acme");
        assertThat(mirror.watermark(ORG, ACCOUNTS)).contains(before);
    }

    @Test
    void keepsOrgsApart() {
        store(account(ACME, "Acme", MONDAY, false));
        mirror.store(
                OTHER_ORG,
                ACCOUNTS,
                List.of(account(ACME, "their Acme", TUESDAY, false)),
                new Watermark("f", MONDAY, true));

        assertThat(name(ACME)).isEqualTo("Acme");
        assertThat(mirror.org(OTHER_ORG).count(ACCOUNTS)).isEqualTo(1);
        assertThat(mirror.facts(ORG)).isEmpty();
        OrgFacts facts =
                new OrgFacts(ORG, ZoneId.of("Europe/Berlin"), Locale.GERMANY, new FiscalYear(2, true), "EUR", true);
        mirror.remember(facts);
        mirror.remember(facts);
        assertThat(mirror.facts(ORG)).contains(facts);
        assertThat(mirror.facts(OTHER_ORG)).isEmpty();
    }

    @Test
    @Trap("C8")
    @DisplayName("a child follows its parent to another account although the child itself did not change")
    void findsChildrenAndGrandchildrenThroughTheirParents() {
        RecordId deal = RecordId.of("006000000000001");
        RecordId line = RecordId.of("00k000000000001");
        RecordId note = RecordId.of("a00000000000001");
        store(account(ACME, "Acme", MONDAY, false));
        store(account(BOLT, "Bolt", MONDAY, false));
        store(under(DEALS, "Opportunity", deal, Optional.of(ACME), Optional.empty(), MONDAY));
        store(under(LINES, "OpportunityLineItem", line, Optional.empty(), Optional.of(deal), MONDAY));
        store(under(RowSource.of("notes"), "Note__c", note, Optional.empty(), Optional.of(line), MONDAY));
        assertThat(rowsOf(ACME)).containsOnlyKeys(DEALS, LINES, RowSource.of("notes"));
        assertThat(rowsOf(BOLT)).isEmpty();

        store(under(DEALS, "Opportunity", deal, Optional.of(BOLT), Optional.empty(), TUESDAY));
        assertThat(rowsOf(ACME)).isEmpty();
        assertThat(rowsOf(BOLT)).containsOnlyKeys(DEALS, LINES, RowSource.of("notes"));

        mirror.store(
                ORG,
                List.of(new MirrorRow(
                        DEALS,
                        new CrmRecord(ObjectName.of("Opportunity"), deal, Map.of()),
                        Optional.of(BOLT),
                        Optional.empty(),
                        TUESDAY.plusSeconds(1),
                        true,
                        Optional.empty())));
        assertThat(rowsOf(BOLT)).isEmpty();
    }

    @Test
    void namesTheRowsThatHangOnNothing() {
        RecordId deal = RecordId.of("006000000000001");
        store(under(DEALS, "Opportunity", deal, Optional.empty(), Optional.empty(), MONDAY));
        assertThat(mirror.org(ORG).withoutAccount(List.of(ACCOUNTS, DEALS))).isEqualTo(Map.of(DEALS, List.of(deal)));
    }

    @Test
    void whatHangsOnAnotherRowHangsOnSomething() {
        RecordId deal = RecordId.of("006000000000001");
        RecordId line = RecordId.of("00k000000000001");
        store(under(DEALS, "Opportunity", deal, Optional.of(ACME), Optional.empty(), MONDAY));
        store(under(LINES, "OpportunityLineItem", line, Optional.empty(), Optional.of(deal), MONDAY));
        assertThat(mirror.org(ORG).withoutAccount(List.of(DEALS, LINES))).isEmpty();
    }

    @Test
    @Trap({"G3", "G5"})
    @DisplayName("a row that is out of sight is neither live nor deleted, and is live again when it is seen")
    void hidesWhatIsOutOfSight() {
        store(account(ACME, "Acme", MONDAY, false));
        store(account(BOLT, "Bolt", TUESDAY, false));
        assertThat(mirror.hide(ORG, ACCOUNTS, List.of(ACME))).isEqualTo(1);
        assertThat(mirror.hide(ORG, ACCOUNTS, List.of(ACME))).isZero();
        assertThat(mirror.org(ORG).ids(ACCOUNTS)).containsExactly(BOLT);
        assertThat(mirror.org(ORG).outOfSight(ACCOUNTS)).isEqualTo(1);
        assertThat(mirror.org(ORG).rows(ACCOUNTS, List.of(ACME)))
                .singleElement()
                .satisfies(row -> assertThat(row.deleted()).isFalse());

        store(account(ACME, "Acme", MONDAY, false));
        assertThat(mirror.org(ORG).ids(ACCOUNTS)).containsExactly(ACME, BOLT);
        assertThat(mirror.org(ORG).outOfSight(ACCOUNTS)).isZero();
    }

    @Test
    @DisplayName(
            "what became different is noted with the account it hangs on and the one it hung on before; a stamp alone is not")
    void notesTheAccountsThatWereTouched() {
        store(account(ACME, "Acme", MONDAY, false), account(BOLT, "Bolt", MONDAY, false));
        RecordId deal = RecordId.of("006000000000001");
        store(deal(deal, ACME, "Deal", MONDAY));
        assertThat(mirror.touched(ORG).wholeSources()).containsExactlyInAnyOrder(ACCOUNTS, DEALS);
        mirror.touched(ORG).forget();
        assertThat(mirror.touched(ORG).sources()).isEmpty();

        store(deal(deal, ACME, "Deal", TUESDAY));
        assertThat(mirror.touched(ORG).sources()).isEmpty();

        store(deal(deal, BOLT, "Deal", TUESDAY));
        assertThat(mirror.touched(ORG).accounts()).contains(ACME, BOLT);
        assertThat(mirror.touched(ORG).wholeSources()).isEmpty();
        mirror.touched(ORG).forget();

        mirror.hide(ORG, DEALS, List.of(deal));
        assertThat(mirror.touched(ORG).accounts()).contains(BOLT).doesNotContain(ACME);
    }

    @Test
    void findsOurOwnRecordsByAccountAlsoWhenDeleted() {
        RecordId task = RecordId.of("00T000000000001");
        store(account(ACME, "Acme", MONDAY, false));
        RowSource tasks = RowSource.of("tasks");
        CrmRecord record = new CrmRecord(ObjectName.of("Task"), task, Map.of());
        store(new MirrorRow(tasks, record, Optional.of(ACME), Optional.empty(), MONDAY, true, Optional.of("our-key")));
        store(under(tasks, "Task", RecordId.of("00T000000000002"), Optional.of(ACME), Optional.empty(), MONDAY));

        assertThat(rowsOf(ACME).get(tasks))
                .extracting(row -> row.ownKey().orElse("not ours"), MirrorRow::deleted)
                .containsExactly(tuple("our-key", true), tuple("not ours", false));
    }

    @Test
    void readsChosenSourcesAlone() {
        RecordId deal = RecordId.of("006000000000001");
        store(account(ACME, "Acme", MONDAY, false));
        store(under(DEALS, "Opportunity", deal, Optional.of(ACME), Optional.empty(), MONDAY));
        store(under(
                LINES,
                "OpportunityLineItem",
                RecordId.of("00k000000000001"),
                Optional.empty(),
                Optional.of(deal),
                MONDAY));

        assertThat(mirror.org(ORG)
                        .accounts(ACCOUNTS, List.of(ACME), Set.of(DEALS))
                        .findFirst()
                        .orElseThrow()
                        .bySource())
                .containsOnlyKeys(DEALS);
    }

    @Test
    void tellsAHalfReadSourceFromAnEmptyOne() {
        assertThat(mirror.org(ORG).isComplete(DEALS)).isFalse();
        mirror.store(ORG, DEALS, List.of(), new Watermark("fields", MONDAY, false));
        assertThat(mirror.org(ORG).isComplete(DEALS)).isFalse();
        mirror.store(ORG, DEALS, List.of(), new Watermark("fields", TUESDAY, true));
        assertThat(mirror.org(ORG).isComplete(DEALS)).isTrue();
    }

    @Test
    void remembersWhatCouldNotBeSeenUntilItIsSeen() {
        Gap whole = new Gap(DEALS, Optional.empty(), "hidden");
        Gap field = new Gap(ACCOUNTS, Optional.of(FieldName.of("Owner.Name")), "hidden, too");
        mirror.replaceGaps(ORG, List.of(whole, field));
        assertThat(mirror.org(ORG).gaps()).containsExactly(field, whole);
        mirror.replaceGaps(ORG, List.of(field));
        assertThat(mirror.org(ORG).gaps()).containsExactly(field);
    }

    @Test
    void visitsEveryRowOfALargeSourceOnceAndEveryAccountInOrder() {
        List<MirrorRow> many = IntStream.range(0, 5001)
                .mapToObj(i -> account(RecordId.of("001%012d".formatted(i)), "n" + i, MONDAY, false))
                .toList();
        mirror.store(ORG, many);
        Set<RecordId> seen = new HashSet<>();
        mirror.org(ORG).each(ACCOUNTS, row -> assertThat(seen.add(row.id())).isTrue());
        assertThat(seen).hasSize(5001);

        List<RecordId> ids = mirror.org(ORG).ids(ACCOUNTS);
        assertThat(mirror.org(ORG).accounts(ACCOUNTS, ids).map(AccountRows::accountId))
                .isEqualTo(ids);
    }

    @Test
    void passesOverAccountsThatAreDeletedOrOutOfSight() {
        RecordId gone = RecordId.of("001000000000008");
        RecordId hidden = RecordId.of("001000000000009");
        store(account(ACME, "Acme", MONDAY, false));
        store(account(gone, "Gone", MONDAY, true));
        store(account(hidden, "Hidden", MONDAY, false));
        mirror.hide(ORG, ACCOUNTS, List.of(hidden));

        assertThat(mirror.org(ORG)
                        .accounts(ACCOUNTS, List.of(hidden, gone, ACME))
                        .map(AccountRows::accountId))
                .containsExactly(ACME);
    }

    @Test
    void knowsTheDayOfAPlansChangeOnlyFromTheSecondSightOn() {
        RecordId plan = RecordId.of("a00000000000001");
        PlanContents plans = mirror.planContents(ORG);
        assertThat(plans.observe("fields", Map.of(plan, "one"), LocalDate.of(2026, 6, 1)))
                .isZero();
        assertThat(plans.changedOn()).isEmpty();
        assertThat(plans.observe("fields", Map.of(plan, "one"), LocalDate.of(2026, 6, 2)))
                .isZero();
        assertThat(plans.changedOn()).isEmpty();
        assertThat(plans.observe("fields", Map.of(plan, "two"), LocalDate.of(2026, 6, 3)))
                .isEqualTo(1);
        assertThat(plans.observe("fields", Map.of(plan, "two"), LocalDate.of(2026, 6, 4)))
                .isZero();
        assertThat(plans.observe("other fields", Map.of(plan, "three"), LocalDate.of(2026, 6, 5)))
                .isZero();
        assertThat(plans.changedOn()).containsExactly(Map.entry(plan, LocalDate.of(2026, 6, 3)));
    }

    private void store(MirrorRow... rows) {
        mirror.store(ORG, rows[0].source(), List.of(rows), new Watermark("fields", rows[0].stamp(), true));
    }

    private static MirrorRow deal(RecordId id, RecordId account, String name, Instant stamp) {
        CrmRecord record = new CrmRecord(ObjectName.of("Opportunity"), id, Map.of(NAME, FieldValue.text(name)));
        return new MirrorRow(DEALS, record, Optional.of(account), Optional.empty(), stamp, false, Optional.empty());
    }

    private String name(RecordId account) {
        return mirror.org(ORG)
                .rows(ACCOUNTS, List.of(account))
                .getFirst()
                .record()
                .text(NAME)
                .orElseThrow();
    }

    private Map<RowSource, List<MirrorRow>> rowsOf(RecordId account) {
        return mirror.org(ORG)
                .accounts(ACCOUNTS, List.of(account))
                .findFirst()
                .orElseThrow()
                .bySource();
    }

    private static MirrorRow account(RecordId id, String name, Instant stamp, boolean deleted) {
        CrmRecord record = new CrmRecord(ObjectName.of("Account"), id, Map.of(NAME, FieldValue.text(name)));
        return new MirrorRow(ACCOUNTS, record, Optional.empty(), Optional.empty(), stamp, deleted, Optional.empty());
    }

    private static MirrorRow under(
            RowSource source,
            String object,
            RecordId id,
            Optional<RecordId> account,
            Optional<RecordId> parent,
            Instant stamp) {
        return new MirrorRow(
                source,
                new CrmRecord(ObjectName.of(object), id, Map.of()),
                account,
                parent,
                stamp,
                false,
                Optional.empty());
    }
}
