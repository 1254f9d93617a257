package io.plumbline.sandbox.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.record.refusal.RecordError;
import io.plumbline.sandbox.record.refusal.RequestRefusedException;
import io.plumbline.sandbox.record.refusal.StatusCode;
import io.plumbline.sandbox.record.sight.DeletedRecord;
import io.plumbline.sandbox.record.sight.Replication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecycleBinTest {

    private final OrgFixture fixture = new OrgFixture();
    private final Org org = fixture.org;
    private final String account = fixture.create("Account", "Name", "Acme");
    private final String plan = fixture.create("Plumbline_Plan__c", "Name", "Plan", "Account__c", account);
    private final String objective = fixture.create("Plumbline_Objective__c", "Name", "Grow", "Plan__c", plan);

    private SaveResult delete(String id) {
        return org.delete(org.administrator(), List.of(id), false).getFirst();
    }

    @Test
    @DisplayName("G4: details go with their master and come back with it")
    void deletesAndRestoresDetailsWithTheirMaster() {
        assertThat(delete(plan).success()).isTrue();
        assertThat(fixture.stored(plan).deleted()).isTrue();
        assertThat(fixture.stored(objective).deleted()).isTrue();
        assertThat(delete(plan).errors().getFirst().code()).isEqualTo(StatusCode.ENTITY_IS_DELETED);

        assertThat(org.undelete(org.administrator(), List.of(plan), false)
                        .getFirst()
                        .success())
                .isTrue();
        assertThat(fixture.stored(plan).deleted()).isFalse();
        assertThat(fixture.stored(objective).deleted()).isFalse();
        assertThat(org.undelete(org.administrator(), List.of(plan), false)
                        .getFirst()
                        .errors()
                        .getFirst()
                        .code())
                .isEqualTo(StatusCode.UNDELETE_FAILED);
    }

    @Test
    void keepsAnAccountThatHasCases() {
        fixture.create("Case", "Subject", "Broken", "AccountId", account);
        RecordError error = delete(account).errors().getFirst();
        assertThat(error.code()).isEqualTo(StatusCode.DELETE_FAILED);
        assertThat(error.message())
                .startsWith(
                        "Your attempt to delete Acme could not be completed because it is associated with the following cases.");
        assertThat(fixture.stored(account).deleted()).isFalse();
    }

    @Test
    @DisplayName("C11: deleting the last activity moves the account's last activity back")
    void movesLastActivityBack() {
        String task = fixture.create(
                "Task", "Subject", "A", "WhatId", account, "Status", "Completed", "ActivityDate", "2026-02-01");
        assertThat(fixture.stored(account).get("LastActivityDate")).isNotNull();
        delete(task);
        assertThat(fixture.stored(account).get("LastActivityDate")).isNull();
        org.undelete(org.administrator(), List.of(task), false);
        assertThat(fixture.stored(account).get("LastActivityDate")).isNotNull();
    }

    @Test
    void leavesNoTraceOfATeamMember() {
        String member = fixture.create(
                "AccountTeamMember",
                "AccountId",
                account,
                "UserId",
                org.administrator().userId(),
                "TeamMemberRole",
                "Sales Rep");
        delete(member);
        assertThat(org.read(all -> all.find(member)).isEmpty()).isTrue();
    }

    @Test
    @DisplayName("C12: the log of changes covers whole minutes only")
    void coversWholeMinutes() {
        Instant start = OrgFixture.NOW.minus(Duration.ofHours(1));
        org.clock().advance(Duration.ofMinutes(5));
        Replication.Updated updated =
                org.getUpdated(org.administrator(), "Account", start, OrgFixture.NOW.plusSeconds(125));
        assertThat(updated.ids()).containsExactly(account);
        assertThat(updated.latestDateCovered()).isEqualTo(Instant.parse("2026-03-02T10:17:00Z"));

        assertThat(org.getUpdated(org.administrator(), "Account", start, OrgFixture.NOW.plusSeconds(20))
                        .ids())
                .isEmpty();

        delete(plan);
        Replication.Deleted deleted = org.getDeleted(
                org.administrator(), "Plumbline_Plan__c", start, OrgFixture.NOW.plus(Duration.ofHours(1)));
        assertThat(deleted.records())
                .containsExactly(new DeletedRecord(plan, org.clock().instant()));
        assertThat(deleted.latestDateCovered()).isEqualTo(Instant.parse("2026-03-02T10:20:00Z"));
    }

    @ParameterizedTest
    @DisplayName("G2: the log of changes reaches back 30 days, that of deletions 15")
    @CsvSource({"30,true", "31,false"})
    void limitsTheWindowOfUpdates(int days, boolean covered) {
        Instant now = org.clock().instant().plus(Duration.ofMinutes(1));
        Instant start = org.clock().instant().minus(Duration.ofDays(days)).plus(Duration.ofMinutes(1));
        if (covered) {
            assertThat(org.getUpdated(org.administrator(), "Account", start, now)
                            .ids())
                    .isNotEmpty();
        } else {
            assertThatThrownBy(() -> org.getUpdated(org.administrator(), "Account", start, now))
                    .isInstanceOfSatisfying(
                            RequestRefusedException.class,
                            e -> assertThat(e.code()).isEqualTo(ExceptionCode.INVALID_REPLICATION_DATE));
        }
    }

    @Test
    @DisplayName("G2: deletions older than 15 days are not told")
    void limitsTheWindowOfDeletions() {
        Instant now = org.clock().instant();
        assertThatThrownBy(() -> org.getDeleted(org.administrator(), "Account", now.minus(Duration.ofDays(16)), now))
                .isInstanceOfSatisfying(
                        RequestRefusedException.class,
                        e -> assertThat(e.code()).isEqualTo(ExceptionCode.INVALID_REPLICATION_DATE));
        assertThatThrownBy(() -> org.getDeleted(org.administrator(), "Account", now, now.plusSeconds(20)))
                .hasMessageContaining("at least one minute");
    }
}
