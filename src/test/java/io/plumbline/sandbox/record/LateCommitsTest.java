package io.plumbline.sandbox.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** C1: what is saved has its stamp at once and is seen later. */
class LateCommitsTest {

    private final OrgFixture fixture = new OrgFixture();
    private final Org org = fixture.org;
    private final String early = fixture.create("Account", "Name", "Early");

    private List<String> names() {
        ObjectSchema account = org.schema().object("Account").orElseThrow();
        return org.readAs(
                org.integrationUser(),
                view -> view.all(account).stream()
                        .map(record -> record.text("Name"))
                        .toList());
    }

    // C1
    @Test
    void showsARecordOnlyWhenItsTransactionCommits() {
        org.interventions().delayCommits(Duration.ofSeconds(3));
        String late = fixture.create("Account", "Name", "Late");
        org.interventions().delayCommits(Duration.ZERO);
        org.clock().advance(Duration.ofSeconds(1));
        fixture.create("Account", "Name", "Newer");

        assertThat(names()).containsExactly("Early", "Newer");
        Optional<StoredRecord> seen = org.readAs(org.administrator(), view -> view.find(late));
        assertThat(seen).isEmpty();
        org.clock().advance(Duration.ofMillis(1_999));
        assertThat(names()).containsExactly("Early", "Newer");
        org.clock().advance(Duration.ofMillis(1));
        assertThat(names()).containsExactly("Early", "Late", "Newer");
        assertThat(fixture.stored(late).get("SystemModstamp")).isEqualTo(OrgFixture.NOW);
    }

    // C1
    @Test
    void showsTheVersionBeforeUntilThen() {
        org.interventions().delayCommits(Duration.ofSeconds(3));
        fixture.update("Account", early, "Name", "Changed");
        fixture.update("Account", early, "Name", "Changed again");
        assertThat(names()).containsExactly("Early");
        org.delete(org.administrator(), List.of(early), false);
        assertThat(org.readAs(org.integrationUser(), view -> view.find(early))
                        .orElseThrow()
                        .deleted())
                .isFalse();
        org.clock().advance(Duration.ofSeconds(3));
        assertThat(org.readAs(org.integrationUser(), view -> view.find(early))
                        .orElseThrow()
                        .deleted())
                .isTrue();
    }

    @Test
    void findsWhatIsShownByTheValuesThatAreShown() {
        String contact = fixture.create("Contact", "LastName", "Doe", "AccountId", early);
        String other = fixture.create("Account", "Name", "Other");
        org.interventions().delayCommits(Duration.ofSeconds(3));
        fixture.update("Contact", contact, "AccountId", other);
        ObjectSchema contacts = org.schema().object("Contact").orElseThrow();
        List<StoredRecord> ofEarly =
                org.readAs(org.integrationUser(), view -> view.lookup(contacts, "AccountId", early));
        List<StoredRecord> ofOther =
                org.readAs(org.integrationUser(), view -> view.lookup(contacts, "AccountId", other));
        assertThat(ofEarly).hasSize(1);
        assertThat(ofOther).isEmpty();
    }

    @Test
    void aLaterSaveOfTheSameRecordWaitsForTheTransaction() {
        org.interventions().delayCommits(Duration.ofHours(1));
        fixture.update("Account", early, "Name", "Slow");
        org.interventions().delayCommits(Duration.ZERO);
        fixture.update("Account", early, "Site", "X");
        assertThat(names()).containsExactly("Slow");
    }

    @Test
    void whatIsRolledBackWasNeverLate() {
        org.interventions().delayCommits(Duration.ofHours(1));
        assertThat(fixture.tryCreate("Opportunity", "Name", "No stage").success())
                .isFalse();
        List<SaveResult> results = org.update(
                org.administrator(),
                List.of(
                        RecordInput.of("Account", early, OrgFixture.fields("Name", "A")),
                        RecordInput.of("Account", early, OrgFixture.fields("Name", "B"))),
                true);
        assertThat(results).noneMatch(SaveResult::success);
        org.clock().advance(Duration.ofHours(2));
        assertThat(names()).containsExactly("Early");
    }

    // C12
    @Test
    void holdsBackWhatGetUpdatedCovers() {
        Instant start = OrgFixture.NOW.minus(Duration.ofMinutes(10));
        org.interventions().delayCommits(Duration.ofHours(1));
        fixture.create("Account", "Name", "Late");
        org.clock().advance(Duration.ofMinutes(10));
        Instant end = OrgFixture.NOW.plus(Duration.ofMinutes(9));
        assertThat(org.getUpdated(org.integrationUser(), "Account", start, end).latestDateCovered())
                .isEqualTo(Instant.parse("2026-03-02T10:15:00Z"));
        org.clock().advance(Duration.ofHours(1));
        assertThat(org.getUpdated(org.integrationUser(), "Account", start, end).latestDateCovered())
                .isEqualTo(Instant.parse("2026-03-02T10:24:00Z"));
    }

    // C11
    @Test
    void movesTheSystemStampAlone() {
        org.clock().advance(Duration.ofMinutes(1));
        org.interventions().touch(List.of(early));
        assertThat(fixture.stored(early).get("SystemModstamp")).isEqualTo(OrgFixture.NOW.plusSeconds(60));
        assertThat(fixture.stored(early).get("LastModifiedDate")).isEqualTo(OrgFixture.NOW);
    }
}
