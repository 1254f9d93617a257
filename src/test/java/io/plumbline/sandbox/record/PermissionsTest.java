package io.plumbline.sandbox.record;

import static io.plumbline.sandbox.record.OrgFixture.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.refusal.ExceptionCode;
import io.plumbline.sandbox.record.refusal.RecordError;
import io.plumbline.sandbox.record.refusal.RequestRefusedException;
import io.plumbline.sandbox.record.refusal.StatusCode;
import io.plumbline.sandbox.record.sight.Caller;
import io.plumbline.sandbox.schema.ObjectTrait;
import io.plumbline.sandbox.schema.PermissionSet;
import io.plumbline.sandbox.schema.PermissionSet.ObjectPermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The integration user can do what its permission set grants, and nothing else")
class PermissionsTest {

    private final OrgFixture fixture = new OrgFixture();
    private final Org org = fixture.org;
    private final String account = fixture.create("Account", "Name", "Acme");

    private SaveResult update(Object... pairs) {
        return org.update(org.integrationUser(), List.of(RecordInput.of("Account", account, fields(pairs))), false)
                .getFirst();
    }

    @Test
    void writesTheResultFieldsOfAnAccount() {
        assertThat(update("Plumbline_Health__c", 75, "Plumbline_Band__c", "Green")
                        .success())
                .isTrue();
        assertThat(fixture.stored(account).get("LastModifiedById"))
                .isEqualTo(org.integrationUser().userId());
    }

    @Test
    @DisplayName("I4: a field that may be read but not edited, or not even read, is refused by name")
    void refusesFieldsItMayNotEdit() {
        RecordError error = update("Industry", "Retail", "Fax", "1").errors().getFirst();
        assertThat(error.code()).isEqualTo(StatusCode.INVALID_FIELD_FOR_INSERT_UPDATE);
        assertThat(error.message())
                .isEqualTo(
                        "Unable to create/update fields: Industry, Fax. Please check the security settings of this field and verify"
                                + " that it is read/write for your profile or permission set.");
        assertThat(error.fields()).containsExactly("Industry", "Fax");
    }

    @Test
    void mayNotCreateOrDeleteAccounts() {
        SaveResult created = org.create(
                        org.integrationUser(), List.of(RecordInput.of("Account", fields("Name", "B"))), false)
                .getFirst();
        assertThat(created.errors().getFirst().code()).isEqualTo(StatusCode.CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY);
        SaveResult deleted =
                org.delete(org.integrationUser(), List.of(account), false).getFirst();
        assertThat(deleted.errors().getFirst().code()).isEqualTo(StatusCode.INSUFFICIENT_ACCESS_OR_READONLY);
    }

    @Test
    void createsTasks() {
        SaveResult created = org.create(
                        org.integrationUser(),
                        List.of(RecordInput.of(
                                "Task", fields("Subject", "Review", "WhatId", account, "Plumbline_Key__c", "k"))),
                        false)
                .getFirst();
        assertThat(created.errors()).isEmpty();
    }

    @Test
    void doesNotSeeAnObjectThatIsNotGranted() {
        PermissionSet little = new PermissionSet(
                "Little", Map.of("account", Set.of(ObjectPermission.READ)), Set.of(), Set.of(), Set.of());
        Caller caller =
                new Caller(org.integrationUser().userId(), false, org.schema().visibleTo(little));

        assertThat(caller.schema().object("Opportunity")).isEmpty();
        assertThat(caller.schema().object("AccountTeamMember")).isPresent();
        assertThat(caller.schema().object("OpportunityHistory")).isEmpty();
        assertThatThrownBy(() -> org.create(caller, List.of(RecordInput.of("Product2", fields("Name", "B"))), false))
                .isInstanceOfSatisfying(
                        RequestRefusedException.class, e -> assertThat(e.code()).isEqualTo(ExceptionCode.INVALID_TYPE));
        SaveResult task = org.create(caller, List.of(RecordInput.of("Task", fields("Subject", "B"))), false)
                .getFirst();
        assertThat(task.errors().getFirst().code()).isEqualTo(StatusCode.CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY);
    }

    @Test
    void describesWhatItMayDo() {
        var seen = org.integrationUser().schema().object("Account").orElseThrow();
        assertThat(seen.is(ObjectTrait.UPDATEABLE)).isTrue();
        assertThat(seen.is(ObjectTrait.CREATEABLE)).isFalse();
        assertThat(seen.field("Plumbline_Health__c").orElseThrow().updateable()).isTrue();
        assertThat(seen.field("Plumbline_CSAT__c").orElseThrow().updateable()).isFalse();
        assertThat(seen.field("Fax")).isEmpty();
    }
}
