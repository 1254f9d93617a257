package io.plumbline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.config.connector.ConnectorConfig;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.RecordId;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.RowSource;
import io.plumbline.mirror.Watermark;
import io.plumbline.testing.TestDatabase;
import io.plumbline.testing.Trap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where the org counts for all sources together, only those are read that have something, and nothing is lost by it. */
class CountedReadingTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final RowSource TEAM = RowSource.of("team");
    private static final RowSource EVENTS = RowSource.of("events");
    private static final RowSource DEALS = RowSource.of("opportunities");
    private static final Instant NOON = Instant.parse("2026-06-30T12:00:00Z");
    private static final String ACME = "001000000000001";

    private final Configuration shipped = Configuration.shipped();
    private final FakeOrg org = FakeOrg.showing(shipped.mapping());
    private final Mirror mirror = new Mirror(TestDatabase.migrated());
    private Extraction extraction = new Extraction(shipped.mapping(), shipped.connector(), mirror);

    @BeforeEach
    void readOnce() {
        org.countTogether(object -> false);
        org.at(NOON);
        org.put("Account", ACME, NOON.minusSeconds(3600), Map.of("Plumbline_Tier__c", FieldValue.text("1")));
        IntStream.rangeClosed(1, 4).forEach(i -> {
            org.put("Opportunity", id("006", i), NOON.minusSeconds(3600), Map.of());
            org.put("Event", id("00U", i), NOON.minusSeconds(3600), Map.of());
            org.put("AccountTeamMember", id("01M", i), NOON.minusSeconds(3600), ofAcme());
        });
        extraction.run(org);
    }

    @Test
    @DisplayName("a reading that finds nothing asks no source, and knows them up to its own beginning")
    void asksNoSourceThatHasNothing() {
        assertThat(askedIn(Duration.ofMinutes(15))).isEmpty();

        assertThat(mirror.watermark(ORG, DEALS).map(Watermark::stamp)).contains(NOON.plus(Duration.ofMinutes(15)));
        assertThat(mirror.watermark(ORG, TEAM).map(Watermark::stamp)).contains(NOON.plus(Duration.ofMinutes(15)));
    }

    @Test
    @Trap("C1")
    @DisplayName("a row that becomes visible after its window was counted is in the next one")
    void findsWhatBecomesVisibleAfterTheCount() {
        Instant stamp = NOON.plus(Duration.ofMinutes(14));
        org.putLate("Opportunity", id("006", 9), stamp, stamp.plus(Duration.ofMinutes(5)), Map.of());
        assertThat(askedIn(Duration.ofMinutes(15))).isEmpty();

        assertThat(askedIn(Duration.ofMinutes(30))).singleElement().asString().contains("FROM Opportunity");
        assertThat(mirror.org(ORG).count(DEALS)).isEqualTo(5);
    }

    @Test
    void asksTheSourcesAloneThatHaveSomethingOrWereNotCounted() {
        org.put("Opportunity", id("006", 2), NOON.plusSeconds(60), Map.of());
        org.countTogether("Case"::equals);

        assertThat(askedIn(Duration.ofMinutes(15)))
                .hasSize(2)
                .anyMatch(query -> query.contains("FROM Opportunity"))
                .anyMatch(query -> query.contains("FROM Case"));
    }

    @Test
    @Trap("G3")
    @DisplayName("whoever left the team without a tombstone is missed by the count, also when somebody else came")
    void missesTeamMembersByTheirNumber() {
        org.erase("AccountTeamMember", id("01M", 2));
        askedIn(Duration.ofMinutes(15));
        assertThat(mirror.org(ORG).ids(TEAM)).hasSize(3).doesNotContain(RecordId.of(id("01M", 2)));

        org.erase("AccountTeamMember", id("01M", 3));
        org.put("AccountTeamMember", id("01M", 7), NOON.plus(Duration.ofMinutes(20)), ofAcme());
        askedIn(Duration.ofMinutes(30));
        assertThat(mirror.org(ORG).ids(TEAM))
                .containsExactly(RecordId.of(id("01M", 1)), RecordId.of(id("01M", 4)), RecordId.of(id("01M", 7)));
    }

    @Test
    @DisplayName("of a large team only what changed is read, and all of it when the number does not fit")
    void readsOfALargeTeamWhatChanged() {
        IntStream.range(100, 2200)
                .forEach(i -> org.put("AccountTeamMember", id("01M", i), NOON.minusSeconds(3600), ofAcme()));
        askedIn(Duration.ofHours(24));
        assertThat(mirror.org(ORG).count(TEAM)).isEqualTo(2104);
        Instant before = NOON.plus(Duration.ofHours(24));

        org.put("AccountTeamMember", id("01M", 150), before.plusSeconds(60), ofAcme());
        assertThat(askedIn(Duration.ofMinutes(24 * 60 + 15)))
                .singleElement()
                .asString()
                .contains("FROM AccountTeamMember", "SystemModstamp >= ");

        org.put("AccountTeamMember", id("01M", 151), before.plusSeconds(1200), ofAcme());
        org.erase("AccountTeamMember", id("01M", 152));
        askedIn(Duration.ofMinutes(24 * 60 + 30));
        assertThat(mirror.org(ORG).count(TEAM)).isEqualTo(2103);
    }

    @Test
    @DisplayName("a row that no longer meets the condition of its source is missed by the count")
    void missesWhatLeftTheCondition() {
        org.condition("IsChild = false", row -> !row.id().equals(RecordId.of(id("00U", 3))));
        askedIn(Duration.ofMinutes(15));
        assertThat(mirror.org(ORG).ids(EVENTS)).hasSize(3).doesNotContain(RecordId.of(id("00U", 3)));
    }

    @Test
    @DisplayName("among few accounts in scope one that came and one that went without a stamp are noticed all the same")
    void takesASmallScopeAnewEachTime() {
        ConnectorConfig config = shipped.connector();
        extraction = new Extraction(
                shipped.mapping(),
                new ConnectorConfig(
                        "Plumbline_Tier__c = '1'",
                        null,
                        config.schedule(),
                        config.read(),
                        config.write(),
                        config.api(),
                        config.keep()),
                mirror);
        String other = id("001", 2);
        org.put("Account", other, NOON.minusSeconds(3600), Map.of());
        org.condition("Plumbline_Tier__c = '1'", row -> row.id().equals(RecordId.of(ACME)));
        askedIn(Duration.ofHours(24));
        assertThat(mirror.org(ORG).ids(RowSource.SCOPE)).containsExactly(RecordId.of(ACME));

        org.condition("Plumbline_Tier__c = '1'", row -> row.id().equals(RecordId.of(other)));
        askedIn(Duration.ofHours(25));
        assertThat(mirror.org(ORG).ids(RowSource.SCOPE)).containsExactly(RecordId.of(other));
    }

    /** What rows were asked for in a reading at so long after the first one. */
    private List<String> askedIn(Duration later) {
        int before = org.asked().size();
        org.at(NOON.plus(later));
        assertThat(extraction.run(org).isPartial()).isFalse();
        return List.copyOf(org.asked().subList(before, org.asked().size()));
    }

    private static Map<String, FieldValue> ofAcme() {
        return Map.of("AccountId", FieldValue.text(ACME));
    }

    private static String id(String prefix, int number) {
        return prefix + "%012d".formatted(number);
    }
}
