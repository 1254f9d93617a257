package io.plumbline.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.config.Configuration;
import io.plumbline.config.connector.ConnectorConfig;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.RecordId;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.MirrorRow;
import io.plumbline.mirror.MirroredOrg;
import io.plumbline.mirror.RowSource;
import io.plumbline.mirror.Watermark;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.testing.TestDatabase;
import io.plumbline.testing.Trap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractionTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final RowSource DEALS = RowSource.of("opportunities");
    private static final RowSource ACCOUNTS = RowSource.of("account");
    private static final Instant NOON = Instant.parse("2026-06-30T12:00:00Z");
    private static final Duration OVERLAP = Duration.ofMinutes(10);
    private static final String ACME = "001000000000001";

    private final Configuration shipped = Configuration.shipped();
    private final FakeOrg org = FakeOrg.showing(shipped.mapping());
    private final Mirror mirror = new Mirror(TestDatabase.migrated());
    private final Extraction extraction = new Extraction(shipped.mapping(), shipped.connector(), mirror);

    @Test
    @Trap("B9")
    @DisplayName("without a watermark everything is read, however old; after that what changed, and the overlap")
    void readsEverythingFirstAndThenWhatChanged() {
        org.at(NOON);
        org.put("Opportunity", deal(1), NOON.minus(Duration.ofDays(3650)), Map.of("Name", FieldValue.text("old")));
        org.put("Opportunity", deal(2), NOON.minus(Duration.ofDays(1)), Map.of("Name", FieldValue.text("new")));
        assertThat(deals(run()).rows()).isEqualTo(2);
        assertThat(names()).containsExactly("old", "new");

        org.at(NOON.plus(Duration.ofHours(1)));
        org.put("Opportunity", deal(2), NOON.plusSeconds(1), Map.of("Name", FieldValue.text("renamed")));
        assertThat(deals(run()).rows()).isEqualTo(1);
        assertThat(names()).containsExactly("old", "renamed");
        assertThat(org.asked("Opportunity").getLast())
                .contains("SystemModstamp >= 2026-06-30T11:50:00.000Z AND SystemModstamp <= 2026-06-30T13:00:00.000Z")
                .endsWith("ORDER BY SystemModstamp, Id");
    }

    @Test
    @DisplayName("what comes with other records is asked for when those moved, and once a day")
    void asksForWhatFollowsOthersOnlyWhenThoseMoved() {
        org.at(NOON);
        run();
        int atFirst = org.asked("EmailMessageRelation").size();
        assertThat(atFirst).isPositive();

        org.at(NOON.plus(Duration.ofHours(1)));
        run();
        assertThat(org.asked("EmailMessageRelation")).hasSize(atFirst);

        Map<String, FieldValue> person = Map.of("RelationId", FieldValue.text("003000000000001"));
        org.put("EmailMessage", "02s000000000001", NOON.plusSeconds(4000), Map.of());
        org.put("EmailMessageRelation", "0EM000000000001", NOON.plusSeconds(4000), person);
        org.at(NOON.plus(Duration.ofHours(2)));
        run();
        assertThat(mirrored().count(RowSource.of("emailRelations"))).isEqualTo(1);

        org.put("EmailMessageRelation", "0EM000000000002", NOON.plusSeconds(4000), person);
        org.at(NOON.plus(Duration.ofHours(3)));
        run();
        assertThat(mirrored().count(RowSource.of("emailRelations"))).isEqualTo(1);
        org.at(NOON.plus(Duration.ofHours(26)));
        run();
        assertThat(mirrored().count(RowSource.of("emailRelations"))).isEqualTo(2);
    }

    @ParameterizedTest(name = "pages of {0}, cursors die: {1}")
    @CsvSource({"2, false", "2, true", "3, true", "5, true", "6, true", "1, true"})
    @Trap({"B8", "B1"})
    @DisplayName("rows that share one stamp over several pages all arrive, also when every cursor dies")
    void readsRowsThatShareOneStampOverSeveralPages(int pageSize, boolean dying) {
        org.at(NOON);
        org.pageSize(pageSize);
        if (dying) {
            org.killCursors();
        }
        IntStream.rangeClosed(1, 6).forEach(i -> org.put("Opportunity", deal(i), NOON.minusSeconds(60), Map.of()));

        SourceReport report = deals(run());

        assertThat(report.outcome()).isEqualTo(new SourceReport.Complete());
        assertThat(report.rows()).isEqualTo(6);
        assertThat(mirrored().ids(DEALS)).hasSize(6);
    }

    @ParameterizedTest(name = "{0} s late")
    @ValueSource(ints = {0, 1, 599})
    @Trap("C1")
    @DisplayName("a row that becomes visible after newer ones were read is found by the overlap")
    void findsRowsThatBecomeVisibleLate(int late) {
        org.at(NOON);
        Instant stamp = NOON.minusSeconds(1);
        org.putLate("Opportunity", deal(1), stamp, stamp.plusSeconds(late + 1), Map.of());
        org.put("Opportunity", deal(2), NOON.minusSeconds(1), Map.of());
        run();
        org.at(NOON.plus(Duration.ofHours(1)));
        run();
        assertThat(mirrored().ids(DEALS)).hasSize(2);
    }

    @Test
    @Trap("C2")
    @DisplayName("both ends of a window belong to it, and what lies beyond them does not")
    void readsBothEndsOfAWindow() {
        org.at(NOON);
        run();
        org.at(NOON.plus(Duration.ofHours(1)));
        org.put("Opportunity", deal(1), NOON.minus(OVERLAP), Map.of());
        org.put("Opportunity", deal(2), NOON.minus(OVERLAP).minusMillis(1), Map.of());
        org.put("Opportunity", deal(3), NOON.plus(Duration.ofHours(1)), Map.of());
        org.putLate("Opportunity", deal(4), NOON.plus(Duration.ofHours(1)).plusMillis(1), NOON, Map.of());
        run();
        assertThat(mirrored().ids(DEALS)).containsExactly(RecordId.of(deal(1)), RecordId.of(deal(3)));

        org.at(NOON.plus(Duration.ofHours(2)));
        run();
        assertThat(mirrored().ids(DEALS))
                .containsExactly(RecordId.of(deal(1)), RecordId.of(deal(3)), RecordId.of(deal(4)));
    }

    @Trap("K12")
    @Test
    void seesWhatWasWrittenAtTheVeryMomentTheRunBegins() {
        org.at(NOON);
        run();
        org.put("Opportunity", deal(1), NOON, Map.of());
        assertThat(deals(run()).rows()).isEqualTo(1);
    }

    @Test
    @Trap({"C3", "C4"})
    @DisplayName("the watermark is the server's time at the start, even when a row from beyond arrives")
    void neverMovesTheWatermarkBeyondTheWindow() {
        org.at(NOON);
        org.pageSize(1);
        org.answerBeyondTheWindow();
        org.putLate("Opportunity", deal(1), NOON.plusSeconds(5), NOON, Map.of());
        org.putLate("Opportunity", deal(2), NOON.plusSeconds(6), NOON, Map.of());
        run();
        assertThat(mirror.watermark(ORG, DEALS).map(Watermark::stamp)).contains(NOON);
        assertThat(mirrored().ids(DEALS)).hasSize(2);
    }

    @Test
    @Trap("C6")
    @DisplayName("a field that comes into sight is read for rows that did not change")
    void readsEverythingAgainWhenAFieldComesIntoSight() {
        org.at(NOON);
        org.hide("Opportunity", "Plumbline_Source__c");
        org.put(
                "Opportunity",
                deal(1),
                NOON.minus(Duration.ofDays(30)),
                Map.of("Plumbline_Source__c", FieldValue.text("RFP")));
        assertThat(deals(run()).gaps())
                .extracting(gap -> gap.field().orElseThrow().value())
                .containsExactly("Plumbline_Source__c");
        assertThat(field("Plumbline_Source__c")).isEmpty();

        org.at(NOON.plus(Duration.ofDays(1)));
        org.show("Opportunity", FieldName.of("Plumbline_Source__c"));
        assertThat(deals(run()).gaps()).isEmpty();
        assertThat(field("Plumbline_Source__c")).contains(FieldValue.text("RFP"));
        assertThat(mirrored().gaps()).isEmpty();
    }

    @Test
    @Trap("C7")
    @DisplayName("a watermark that lies in the future is refused, said aloud, and replaced by reading everything")
    void refusesAWatermarkFromTheFuture() {
        org.at(NOON);
        org.put("Opportunity", deal(1), NOON.minus(Duration.ofDays(30)), Map.of());
        run();
        String fingerprint = mirror.watermark(ORG, DEALS).orElseThrow().fingerprint();
        mirror.store(ORG, DEALS, List.of(), new Watermark(fingerprint, Instant.parse("2999-01-01T00:00:00Z"), true));
        org.at(NOON.plus(Duration.ofDays(1)));
        org.put("Opportunity", deal(2), NOON.plusSeconds(1), Map.of());

        ExtractReport report = run();

        assertThat(report.warnings())
                .containsExactly(
                        "The mirror claims to know opportunities up to 2999-01-01T00:00:00Z, which lies ahead of"
                                + " Salesforce's clock (2026-07-01T12:00:00Z). All of it was read again.");
        assertThat(mirrored().ids(DEALS)).hasSize(2);
        assertThat(mirror.watermark(ORG, DEALS).map(Watermark::stamp)).contains(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    @Trap("D12")
    @DisplayName("deleted rows arrive and take their place out of sight")
    void noticesDeletedRows() {
        org.at(NOON);
        org.put("Opportunity", deal(1), NOON.minusSeconds(60), Map.of());
        run();
        org.at(NOON.plus(Duration.ofHours(1)));
        org.delete("Opportunity", deal(1), NOON.plusSeconds(60));
        assertThat(deals(run()).deleted()).isEqualTo(1);
        assertThat(mirrored().ids(DEALS)).isEmpty();
        assertThat(mirrored().rows(DEALS, List.of(RecordId.of(deal(1)))))
                .singleElement()
                .satisfies(row -> assertThat(row.deleted()).isTrue());
    }

    @Trap("G3")
    @Test
    @DisplayName("AccountTeamMember leaves no tombstone: whoever is not in the snapshot is no longer on the team")
    void noticesTeamMembersThatVanishWithoutATombstone() {
        org.at(NOON);
        org.put(
                "AccountTeamMember",
                "01M000000000001",
                NOON.minusSeconds(60),
                Map.of("AccountId", FieldValue.text(ACME)));
        org.put(
                "AccountTeamMember",
                "01M000000000002",
                NOON.minusSeconds(60),
                Map.of("AccountId", FieldValue.text(ACME)));
        run();
        assertThat(mirrored().ids(RowSource.of("team"))).hasSize(2);
        org.erase("AccountTeamMember", "01M000000000001");
        // The clock stands still on purpose: what vanished is found by Ids, not by times.
        run();
        assertThat(mirrored().ids(RowSource.of("team"))).containsExactly(RecordId.of("01M000000000002"));
    }

    @Test
    @Trap({"C13", "K2"})
    @DisplayName("when the limit is reached the run is partial, keeps its pages, and goes on from there")
    void goesOnWhereTheLimitStoppedIt() {
        org.at(NOON);
        org.pageSize(2);
        IntStream.rangeClosed(1, 5)
                .forEach(i -> org.put("Account", "00100000000000" + i, NOON.minus(Duration.ofDays(10 - i)), Map.of()));
        org.put("Opportunity", deal(1), NOON.minusSeconds(60), Map.of());
        org.stopAfterPages(2);

        ExtractReport partial = run();

        assertThat(partial.isPartial()).isTrue();
        assertThat(partial.failure())
                .hasValueSatisfying(failure -> assertThat(failure.what()).contains("used up"));
        assertThat(mirrored().ids(ACCOUNTS)).hasSize(4);
        assertThat(mirrored().isComplete(ACCOUNTS)).isFalse();
        assertThat(mirror.watermark(ORG, ACCOUNTS).map(Watermark::stamp)).contains(NOON.minus(Duration.ofDays(6)));
        assertThat(deals(partial).outcome()).isInstanceOf(SourceReport.NotRead.class);

        org.stopAfterPages(Integer.MAX_VALUE);
        ExtractReport whole = run();
        assertThat(whole.isPartial()).isFalse();
        assertThat(whole.source("account").orElseThrow().rows()).isEqualTo(2);
        assertThat(mirrored().ids(ACCOUNTS)).hasSize(5);
        assertThat(mirrored().isComplete(ACCOUNTS)).isTrue();
        assertThat(mirrored().ids(DEALS)).hasSize(1);
    }

    @Trap("B7")
    @Test
    @DisplayName("rows that the server counted but did not send make the source incomplete and set its watermark back")
    void refusesAnAnswerThatIsShorterThanPromised() {
        org.at(NOON);
        run();
        org.at(NOON.plus(Duration.ofHours(1)));
        org.pageSize(1);
        IntStream.rangeClosed(1, 3).forEach(i -> org.put("Opportunity", deal(i), NOON.plusSeconds(i), Map.of()));
        org.countTooMany(1);

        ExtractReport report = run();

        assertThat(report.isPartial()).isTrue();
        assertThat(((SourceReport.Incomplete) deals(report).outcome()).failure().what())
                .isEqualTo("Salesforce counted 4 rows of Opportunity, but 3 arrived.");
        assertThat(mirror.watermark(ORG, DEALS).map(Watermark::stamp)).contains(NOON);

        org.countTooMany(0);
        assertThat(deals(run()).rows()).isEqualTo(3);
    }

    @Test
    void reportsRowsThatHangOnNoAccount() {
        org.at(NOON);
        org.put("Opportunity", deal(1), NOON.minusSeconds(60), Map.of("AccountId", FieldValue.text(ACME)));
        org.put("Opportunity", deal(2), NOON.minusSeconds(60), Map.of());
        SourceReport report = deals(run());
        assertThat(report.withoutAccount()).isEqualTo(1);
        assertThat(report.firstWithoutAccount()).containsExactly(RecordId.of(deal(2)));
        assertThat(run().source("users").orElseThrow().withoutAccount()).isZero();
    }

    @Test
    @Trap("I1")
    @DisplayName("what can no longer be seen is forgotten, and known to be unknown")
    void forgetsASourceThatCanNoLongerBeSeen() {
        org.at(NOON);
        org.put("Case", "500000000000001", NOON.minusSeconds(60), Map.of("AccountId", FieldValue.text(ACME)));
        run();
        assertThat(mirrored().isComplete(RowSource.of("cases"))).isTrue();
        org.hide("Case");
        run();
        assertThat(mirrored().isComplete(RowSource.of("cases"))).isFalse();
        assertThat(mirrored().ids(RowSource.of("cases"))).isEmpty();
        assertThat(mirrored().gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.reason()).startsWith("Case cannot be seen"));
    }

    @Test
    void takesTheScopeAnewEachTimeAlthoughNoAccountChanged() {
        ConnectorConfig config = shipped.connector();
        ConnectorConfig scoped = new ConnectorConfig(
                "Plumbline_Tier__c != null",
                null,
                config.schedule(),
                config.read(),
                config.write(),
                config.api(),
                config.keep());
        Extraction of = new Extraction(shipped.mapping(), scoped, mirror);
        org.at(NOON);
        org.put("Account", ACME, NOON.minusSeconds(60), Map.of("Plumbline_Tier__c", FieldValue.text("1")));
        org.put("Account", "001000000000002", NOON.minusSeconds(60), Map.of());
        of.run(org);
        assertThat(mirrored().ids(ACCOUNTS)).hasSize(2);
        assertThat(mirrored().ids(RowSource.SCOPE)).containsExactly(RecordId.of(ACME));

        run();
        assertThat(mirror.watermark(ORG, RowSource.SCOPE)).isEmpty();
    }

    @Test
    void dropsRowsThatNoLongerMeetTheConditionOfTheirSource() {
        org.at(NOON);
        IntStream.rangeClosed(1, 5).forEach(i -> org.put("Event", event(i), NOON.minusSeconds(60), Map.of()));
        run();
        assertThat(mirrored().ids(RowSource.of("events"))).hasSize(5);
        org.condition("IsChild = false", row -> !row.id().equals(RecordId.of(event(3))));
        run();
        assertThat(mirrored().ids(RowSource.of("events"))).hasSize(4).doesNotContain(RecordId.of(event(3)));
    }

    @Test
    @Trap({"G5", "G6"})
    @DisplayName("when many rows are suddenly not shown the run stops, they stay as they were, and none is deleted")
    void stopsWhenTooManyRowsAreOutOfSight() {
        org.at(NOON);
        IntStream.range(10, 60).forEach(i -> org.put("Opportunity", deal(i), NOON.minusSeconds(60), Map.of()));
        run();
        org.at(NOON.plus(Duration.ofDays(1)));
        org.share(id -> !id.keyPrefix().equals("006") || id.compareTo(RecordId.of(deal(39))) < 0);

        assertThatThrownBy(this::run)
                .isInstanceOf(SalesforceFailedException.class)
                .hasMessageStartingWith(
                        "opportunities: 21 of 50 rows are no longer shown, and none of these was seen deleted.");
        assertThat(mirrored().ids(DEALS)).hasSize(50);

        org.share(id -> !id.keyPrefix().equals("006") || id.compareTo(RecordId.of(deal(40))) < 0);
        SourceReport report = deals(run());
        assertThat(report.outOfSight()).isEqualTo(20);
        assertThat(report.deleted()).isZero();
        assertThat(mirrored().ids(DEALS)).hasSize(30);
        assertThat(mirrored().rows(DEALS, List.of(RecordId.of(deal(59)))))
                .singleElement()
                .satisfies(row -> assertThat(row.deleted()).isFalse());

        org.at(NOON.plus(Duration.ofDays(2)));
        org.share(id -> true);
        run();
        assertThat(mirrored().ids(DEALS)).hasSize(50);
    }

    @ParameterizedTest(name = "{0} late")
    @ValueSource(strings = {"PT2H", "PT23H", "PT72H"})
    @Trap({"C1", "C10"})
    @DisplayName("a version that becomes visible later than any window looks back is found by the daily comparison")
    void findsByTheDailyComparisonWhatNoWindowShows(Duration late) {
        org.at(NOON);
        org.put("Opportunity", deal(1), NOON.minusSeconds(60), Map.of("Name", FieldValue.text("before")));
        run();
        org.at(NOON.plus(Duration.ofHours(1)));
        run();
        Instant stamp = NOON.plusSeconds(600);
        org.putLate("Opportunity", deal(1), stamp, stamp.plus(late), Map.of("Name", FieldValue.text("after")));
        org.putLate("Opportunity", deal(2), stamp, stamp.plus(late), Map.of("Name", FieldValue.text("new")));
        Instant visible = stamp.plus(late);
        org.at(visible);
        run();
        org.at(visible.plus(Duration.ofHours(24)));
        run();
        assertThat(names()).containsExactly("after", "new");
    }

    @Test
    @Trap({"G2", "G3"})
    @DisplayName(
            "rows whose tombstones are gone, after sixteen days down, are found by their Ids and are not called deleted")
    void findsPurgedRows() {
        org.at(NOON);
        IntStream.rangeClosed(1, 3).forEach(i -> org.put("Opportunity", deal(i), NOON.minusSeconds(60), Map.of()));
        run();
        org.erase("Opportunity", deal(2));
        org.delete("Opportunity", deal(3), NOON.minusSeconds(60));
        org.at(NOON.plus(Duration.ofDays(16)));
        SourceReport report = deals(run());
        assertThat(mirrored().ids(DEALS)).containsExactly(RecordId.of(deal(1)));
        assertThat(report.deleted()).isEqualTo(1);
        assertThat(report.outOfSight()).isEqualTo(1);
    }

    @Test
    @Trap("G4")
    @DisplayName("a row that was deleted and came back between two runs, or across one, is live")
    void findsUndeletedRows() {
        org.at(NOON);
        org.put("Opportunity", deal(1), NOON.minusSeconds(60), Map.of());
        run();
        org.delete("Opportunity", deal(1), NOON.plusSeconds(60));
        org.at(NOON.plus(Duration.ofHours(1)));
        run();
        assertThat(mirrored().ids(DEALS)).isEmpty();
        // Back with its old stamp: no window shows that.
        org.put("Opportunity", deal(1), NOON.minusSeconds(60), Map.of());
        org.at(NOON.plus(Duration.ofDays(1)));
        run();
        assertThat(mirrored().ids(DEALS)).hasSize(1);
    }

    @ParameterizedTest(name = "children bear a new stamp: {0}")
    @ValueSource(booleans = {true, false})
    @Trap("G1")
    @DisplayName(
            "what hung on an account that was merged away hangs on the survivor, also when moving it left no stamp")
    void childrenFollowTheSurvivorOfAMerge(boolean stamped) {
        String survivor = "001000000000002";
        org.at(NOON);
        org.put("Account", ACME, NOON.minusSeconds(60), Map.of());
        org.put("Account", survivor, NOON.minusSeconds(60), Map.of());
        org.put("Opportunity", deal(1), NOON.minusSeconds(60), Map.of("AccountId", FieldValue.text(ACME)));
        run();
        org.at(NOON.plus(Duration.ofHours(1)));
        org.delete("Account", ACME, NOON.plusSeconds(60));
        Instant moved = stamped ? NOON.plusSeconds(60) : NOON.minusSeconds(60);
        org.put("Opportunity", deal(1), moved, Map.of("AccountId", FieldValue.text(survivor)));

        run();

        assertThat(mirrored().rows(DEALS).getFirst().accountId()).contains(RecordId.of(survivor));
        org.at(NOON.plus(Duration.ofHours(2)));
        int asked = org.asked().size();
        run();
        assertThat(org.asked().subList(asked, org.asked().size())).noneMatch(query -> query.contains("Id IN"));
    }

    @ParameterizedTest(name = "in bulk: {0}")
    @ValueSource(booleans = {false, true})
    @Trap("C8")
    @DisplayName("a formula that changed while its record's stamp stayed is read with the daily comparison")
    void readsFormulasAgainOnceADay(boolean inBulk) {
        SalesforceOrg asked = inBulk ? new GatheringOrg(org) : org;
        org.at(NOON);
        org.describe("Opportunity", FakeOrg.formula("Plumbline_Source__c"));
        org.put("Opportunity", deal(1), NOON.minusSeconds(3600), Map.of("Plumbline_Source__c", FieldValue.text("Web")));
        extraction.run(asked);
        org.put("Opportunity", deal(1), NOON.minusSeconds(3600), Map.of("Plumbline_Source__c", FieldValue.text("RFP")));
        org.at(NOON.plus(Duration.ofHours(1)));
        extraction.run(asked);
        assertThat(field("Plumbline_Source__c")).contains(FieldValue.text("Web"));
        org.at(NOON.plus(Duration.ofHours(24)));
        extraction.run(asked);
        assertThat(field("Plumbline_Source__c")).contains(FieldValue.text("RFP"));
    }

    @Test
    @Trap({"B4", "G10"})
    @DisplayName("the many children of one account arrive page by page, as rows of their own")
    void readsAllChildrenOfOneAccount() {
        org.at(NOON);
        IntStream.rangeClosed(1, 6001)
                .forEach(i -> org.put(
                        "Opportunity", deal(i), NOON.minusSeconds(i), Map.of("AccountId", FieldValue.text(ACME))));
        assertThat(deals(run()).rows()).isEqualTo(6001);
        assertThat(mirrored().count(DEALS)).isEqualTo(6001);
        assertThat(org.asked()).noneMatch(query -> query.contains("(SELECT"));
    }

    @Test
    @Trap("C5")
    @DisplayName("two sources of one object have watermarks of their own")
    void keepsAWatermarkForEachSourceOfAnObject() {
        org.at(NOON);
        run();
        Watermark own = mirror.watermark(ORG, RowSource.OWN_TASKS).orElseThrow();
        Watermark all = mirror.watermark(ORG, RowSource.of("tasks")).orElseThrow();
        assertThat(own.fingerprint()).isNotEqualTo(all.fingerprint());

        mirror.rewind(ORG, RowSource.of("tasks"), Optional.empty());
        assertThat(mirror.watermark(ORG, RowSource.OWN_TASKS)).contains(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-30T12:00:00.000Z", "2026-06-30T12:00:00.999Z", "2026-06-30T12:00:59.900Z"})
    @Trap("C12")
    @DisplayName("a change at either edge of a minute is read, since windows go by milliseconds")
    void losesNothingToTruncatedSeconds(Instant stamp) {
        org.at(Instant.parse("2026-06-30T12:00:30Z"));
        run();
        org.putLate("Opportunity", deal(1), stamp, stamp.plusSeconds(40), Map.of());
        org.at(Instant.parse("2026-06-30T12:30:00Z"));
        run();
        org.at(Instant.parse("2026-06-30T13:00:00Z"));
        run();
        assertThat(mirrored().ids(DEALS)).hasSize(1);
    }

    @Test
    @Trap("I6")
    @DisplayName("no object is asked for a Name that the mapping does not ask of it")
    void asksNoObjectForANameOfItsOwnAccord() {
        org.at(NOON);
        run();
        assertThat(org.asked("Case")).isNotEmpty().noneMatch(query -> query.contains("Name"));
        assertThat(org.asked("Task")).isNotEmpty().noneMatch(query -> query.contains("Name"));
    }

    @ParameterizedTest(name = "{0} rows take too long, one stamp: {1}")
    @CsvSource({"1, false", "3, false", "7, false", "1, true", "2, true"})
    @Trap("B5")
    @DisplayName(
            "what the server gives up on is cut in parts that together are the whole: read once each, none left out")
    void cutsWhatTakesTooLong(int most, boolean oneStamp) {
        org.at(NOON);
        IntStream.range(10, 30)
                .forEach(i -> org.put(
                        "Opportunity",
                        deal(i),
                        oneStamp ? NOON.minusSeconds(60) : NOON.minus(Duration.ofDays(i * i)),
                        Map.of()));
        org.giveUpBeyond(most);
        SourceReport report = deals(run());
        assertThat(report.outcome()).isEqualTo(new SourceReport.Complete());
        assertThat(report.rows()).isEqualTo(20);
        assertThat(mirrored().ids(DEALS)).hasSize(20);
        assertThat(mirror.watermark(ORG, DEALS).map(Watermark::stamp)).contains(NOON);

        org.at(NOON.plus(Duration.ofDays(1)));
        org.erase("Opportunity", deal(12));
        run();
        assertThat(mirrored().ids(DEALS)).hasSize(19);
    }

    @Test
    void readsOurOwnTasksWithAllThatMustBeKnownOfThem() {
        org.at(NOON);
        org.put(
                "Task",
                "00T000000000001",
                NOON.minusSeconds(60),
                Map.of(
                        "Plumbline_Key__c", FieldValue.text("k1"),
                        "AccountId", FieldValue.text(ACME),
                        "Description", FieldValue.text("why")));
        org.put("Task", "00T000000000002", NOON.minusSeconds(60), Map.of("Description", FieldValue.text("long talk")));
        run();
        MirrorRow own = mirrored().rows(RowSource.OWN_TASKS).getFirst();
        assertThat(mirrored().count(RowSource.OWN_TASKS)).isEqualTo(1);
        assertThat(own.ownKey()).contains("k1");
        assertThat(own.record().text(FieldName.of("Description"))).contains("why");
        assertThat(mirrored().rows(RowSource.of("tasks")).getLast().record().fields())
                .doesNotContainKey(FieldName.of("Description"));
    }

    @Test
    void doesNotReadFromAnOrgThatIsNotReady() {
        org.hide("Opportunity", "Amount");
        assertThatThrownBy(this::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Opportunity.Amount");
        assertThat(org.asked()).isEmpty();
    }

    private ExtractReport run() {
        return extraction.run(org);
    }

    private MirroredOrg mirrored() {
        return mirror.org(ORG);
    }

    private static SourceReport deals(ExtractReport report) {
        return report.source("opportunities").orElseThrow();
    }

    private List<String> names() {
        return mirrored().rows(DEALS).stream()
                .map(row -> row.record().text(FieldName.of("Name")).orElse(""))
                .toList();
    }

    private Optional<FieldValue> field(String name) {
        return mirrored().rows(DEALS).getFirst().record().value(FieldName.of(name));
    }

    private static String deal(int number) {
        return "006%012d".formatted(number);
    }

    private static String event(int number) {
        return "00U%012d".formatted(number);
    }
}
