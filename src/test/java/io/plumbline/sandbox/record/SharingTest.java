package io.plumbline.sandbox.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.refusal.StatusCode;
import io.plumbline.sandbox.record.sight.Caller;
import io.plumbline.sandbox.record.sight.DeletedRecord;
import io.plumbline.sandbox.record.store.StoredRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharingTest {

    private final OrgFixture fixture = new OrgFixture();
    private final Org org = fixture.org;
    private final String hidden = fixture.create("Account", "Name", "Hidden");
    private final String shared = fixture.create("Account", "Name", "Shared");

    private boolean sees(String id) {
        return org.readAs(org.integrationUser(), view -> view.find(id)).isPresent();
    }

    // G5
    @Test
    void hidesARecordWithAllThatCannotBeSeenWithoutIt() {
        String contact = fixture.create("Contact", "LastName", "Doe", "AccountId", hidden);
        String member = fixture.create(
                "AccountTeamMember",
                "AccountId",
                hidden,
                "UserId",
                org.administrator().userId(),
                "TeamMemberRole",
                "X");
        String task = fixture.create("Task", "Subject", "About the hidden", "WhatId", hidden);
        String both = fixture.create("Task", "Subject", "Both", "WhatId", shared, "WhoId", contact);
        String own = fixture.create(
                "Task",
                "Subject",
                "Own",
                "WhatId",
                hidden,
                "OwnerId",
                org.integrationUser().userId());
        String loose = fixture.create("Task", "Subject", "About nothing");
        String plan = fixture.create("Plumbline_Plan__c", "Name", "Plan", "Account__c", hidden);

        org.setup().sharing().hide(List.of(hidden));

        assertThat(List.of(hidden, contact, member, task)).noneMatch(this::sees);
        assertThat(List.of(shared, both, own, loose, plan)).allMatch(this::sees);
        Optional<StoredRecord> ofAdministrator = org.readAs(org.administrator(), view -> view.find(hidden));
        assertThat(ofAdministrator).isPresent();
        org.setup().sharing().shareAll();
        assertThat(List.of(hidden, contact, member, task)).allMatch(this::sees);
    }

    // G8
    @Test
    void keepsPrivateEventsToTheirOwners() {
        Object[] fields = {
            "Subject",
            "Talk",
            "WhatId",
            shared,
            "StartDateTime",
            "2026-03-02T09:00:00Z",
            "DurationInMinutes",
            "30",
            "IsPrivate",
            "true"
        };
        String other = fixture.create("Event", fields);
        String own = fixture.create("Event", fields);
        fixture.update("Event", own, "OwnerId", org.integrationUser().userId());
        assertThat(sees(other)).isFalse();
        assertThat(sees(own)).isTrue();
        fixture.update("Event", other, "IsPrivate", "false");
        assertThat(sees(other)).isTrue();
    }

    // G5
    @Test
    void tellsNothingOfADeletionThatTheCallerCouldNotSee() {
        org.setup().sharing().hide(List.of(hidden));
        org.delete(org.administrator(), List.of(hidden, shared), false);
        org.clock().advance(Duration.ofMinutes(3));
        assertThat(org.getDeleted(
                                org.integrationUser(),
                                "Account",
                                OrgFixture.NOW.minusSeconds(60),
                                OrgFixture.NOW.plusSeconds(120))
                        .records())
                .extracting(DeletedRecord::id)
                .containsExactly(shared);
    }

    @Test
    void refusesWritesToWhatTheCallerCannotSee() {
        String task = fixture.create("Task", "Subject", "A", "WhatId", hidden, "Plumbline_Key__c", "k1");
        org.setup().sharing().hide(List.of(hidden));
        Caller caller = org.integrationUser();

        RecordInput update = RecordInput.of("Account", hidden, OrgFixture.fields("Plumbline_Health__c", "5"));
        assertThat(org.update(caller, List.of(update), false)
                        .getFirst()
                        .errors()
                        .getFirst()
                        .code())
                .isEqualTo(StatusCode.INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY);
        RecordInput child = RecordInput.of("Task", OrgFixture.fields("Subject", "B", "WhatId", hidden));
        assertThat(org.create(caller, List.of(child), false)
                        .getFirst()
                        .errors()
                        .getFirst()
                        .code())
                .isEqualTo(StatusCode.INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY);
        RecordInput twin = RecordInput.of("Task", OrgFixture.fields("Subject", "C", "Plumbline_Key__c", "k1"));
        assertThat(org.upsert(caller, "Plumbline_Key__c", List.of(twin), false)
                        .getFirst()
                        .errors()
                        .getFirst()
                        .message())
                .endsWith("<unknown>");
        assertThat(fixture.stored(task).get("Subject")).isEqualTo("A");
        assertThat(org.retrieve(caller, "Account", List.of(hidden)).getFirst()).isEmpty();
    }
}
