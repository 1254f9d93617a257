package io.plumbline.sandbox.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.refusal.StatusCode;
import io.plumbline.sandbox.record.sight.DeletedRecord;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergeTest {

    private final OrgFixture fixture = new OrgFixture();
    private final Org org = fixture.org;
    private final String winner = fixture.create("Account", "Name", "Winner");
    private final String loser = fixture.create("Account", "Name", "Loser");

    private MergeResult merge(String master, String... merged) {
        return org.merge(
                        org.administrator(),
                        List.of(new MergeInput(
                                RecordInput.of("Account", master, Map.of("Site", "merged")), List.of(merged))))
                .getFirst();
    }

    // G1
    @Test
    void movesTheChildrenAndLeavesAForwardingAddress() {
        String contact = fixture.create("Contact", "LastName", "Doe", "AccountId", loser);
        String plan = fixture.create("Plumbline_Plan__c", "Name", "Plan", "Account__c", loser);
        String task = fixture.create(
                "Task", "Subject", "Call", "WhatId", loser, "Status", "Completed", "ActivityDate", "2026-02-01");
        org.clock().advance(Duration.ofMinutes(5));

        MergeResult result = merge(winner, loser);

        assertThat(result.errors()).isEmpty();
        assertThat(result.id()).isEqualTo(winner);
        assertThat(result.mergedIds()).containsExactly(loser);
        assertThat(result.updatedRelatedIds()).contains(contact, plan, task);
        assertThat(fixture.stored(contact).get("AccountId")).isEqualTo(winner);
        assertThat(fixture.stored(plan).get("Account__c")).isEqualTo(winner);
        assertThat(fixture.stored(task).get("AccountId")).isEqualTo(winner);
        assertThat(fixture.stored(task).get("WhatId")).isEqualTo(winner);
        assertThat(fixture.stored(contact).get("SystemModstamp")).isEqualTo(OrgFixture.NOW.plusSeconds(300));
        assertThat(fixture.stored(winner).get("Site")).isEqualTo("merged");
        assertThat(fixture.stored(winner).get("LastActivityDate")).hasToString("2026-02-01");
        assertThat(fixture.stored(loser).deleted()).isTrue();
        assertThat(fixture.stored(loser).get("MasterRecordId")).isEqualTo(winner);
        org.clock().advance(Duration.ofMinutes(5));
        assertThat(org.getDeleted(
                                org.administrator(),
                                "Account",
                                OrgFixture.NOW,
                                OrgFixture.NOW.plus(Duration.ofMinutes(10)))
                        .records())
                .extracting(DeletedRecord::id)
                .containsExactly(loser);
    }

    // G1
    @Test
    void keepsEachLinkOfAChain() {
        String last = fixture.create("Account", "Name", "Last");
        merge(winner, loser);
        merge(last, winner);
        assertThat(fixture.stored(loser).get("MasterRecordId")).isEqualTo(winner);
        assertThat(fixture.stored(winner).get("MasterRecordId")).isEqualTo(last);
    }

    @Test
    void keepsOneRelationOfAnAccountAndAContact() {
        String home = fixture.create("Account", "Name", "Home");
        String contact = fixture.create("Contact", "LastName", "Doe", "AccountId", home);
        String kept = fixture.create("AccountContactRelation", "AccountId", winner, "ContactId", contact);
        fixture.create("AccountContactRelation", "AccountId", loser, "ContactId", contact);
        merge(winner, loser);
        ObjectSchema relations = org.schema().object("AccountContactRelation").orElseThrow();
        List<StoredRecord> left = org.read(records -> List.copyOf(records.all(relations)));
        assertThat(left).extracting(StoredRecord::id).containsExactly(kept);
    }

    @Test
    void refusesWhatCannotBeMergedAndChangesNothing() {
        String third = fixture.create("Account", "Name", "Third");
        String fourth = fixture.create("Account", "Name", "Fourth");
        assertThat(merge(winner, winner).errors().getFirst().code()).isEqualTo(StatusCode.INVALID_ID_FIELD);
        assertThat(merge(winner, loser, third, fourth).errors().getFirst().code())
                .isEqualTo(StatusCode.INVALID_ID_FIELD);
        assertThat(merge(winner, "001").errors().getFirst().code()).isEqualTo(StatusCode.MALFORMED_ID);
        merge(winner, loser);
        assertThat(merge(third, loser).errors().getFirst().code()).isEqualTo(StatusCode.ENTITY_IS_DELETED);
        assertThat(fixture.stored(third).get("Site")).isNull();
        MergeResult ofIntegration = org.merge(
                        org.integrationUser(),
                        List.of(new MergeInput(RecordInput.of("Account", third, Map.of()), List.of(fourth))))
                .getFirst();
        assertThat(ofIntegration.errors().getFirst().code()).isEqualTo(StatusCode.INSUFFICIENT_ACCESS_OR_READONLY);
    }

    // G3
    @Test
    void leavesNoTombstoneOfWhatWasPurged() {
        org.delete(org.administrator(), List.of(loser), false);
        org.clock().advance(Duration.ofMinutes(5));
        assertThat(org.emptyRecycleBin(org.administrator(), List.of(loser))
                        .getFirst()
                        .success())
                .isTrue();
        Optional<StoredRecord> left = org.read(records -> records.find(loser));
        assertThat(left).isEmpty();
        assertThat(org.getDeleted(
                                org.administrator(),
                                "Account",
                                OrgFixture.NOW,
                                OrgFixture.NOW.plus(Duration.ofMinutes(4)))
                        .records())
                .isEmpty();
        assertThat(org.emptyRecycleBin(org.administrator(), List.of(winner))
                        .getFirst()
                        .errors()
                        .getFirst()
                        .code())
                .isEqualTo(StatusCode.INVALID_ID_FIELD);
    }
}
