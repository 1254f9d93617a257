package io.plumbline.writeback;

import io.plumbline.change.Change;
import io.plumbline.change.FieldChange;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.RecordWrite;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Changes as the port takes them. Only a new task is an upsert, by our key; what exists is updated by its Id, so that
 * nothing a person deleted comes back (trap F10).
 */
final class RecordWrites {

    private static final ObjectName ACCOUNT = ObjectName.of("Account");
    private static final ObjectName TASK = ObjectName.of("Task");
    private static final FieldName SUBJECT = FieldName.of("Subject");
    private static final FieldName DESCRIPTION = FieldName.of("Description");
    private static final FieldName PRIORITY = FieldName.of("Priority");
    private static final FieldName STATUS = FieldName.of("Status");
    private static final FieldName ACTIVITY_DATE = FieldName.of("ActivityDate");
    private static final FieldName WHAT = FieldName.of("WhatId");
    private static final FieldName OWNER = FieldName.of("OwnerId");

    private final WritebackSettings settings;

    RecordWrites(WritebackSettings settings) {
        this.settings = settings;
    }

    RecordWrite of(Change change) {
        return switch (change) {
            case Change.AccountUpdate update -> new RecordWrite.Update(ACCOUNT, update.account(), fields(update));
            case Change.TaskCreation task ->
                new RecordWrite.Upsert(
                        TASK, settings.taskKey(), task.taskKey(), fields(task), settings.assignmentMail());
            case Change.TaskRefresh task -> new RecordWrite.Update(TASK, task.task(), fields(task));
            case Change.TaskClosure task -> new RecordWrite.Update(TASK, task.task(), fields(task));
        };
    }

    private static Map<FieldName, FieldValue> fields(Change.AccountUpdate update) {
        Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
        for (FieldChange change : update.fields()) {
            fields.put(change.field(), change.to());
        }
        return fields;
    }

    /** The account goes into WhatId: WhoId takes people only (trap F18). */
    private Map<FieldName, FieldValue> fields(Change.TaskCreation task) {
        Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
        fields.put(WHAT, FieldValue.text(task.account().value()));
        fields.put(OWNER, FieldValue.text(task.owner().value()));
        fields.put(SUBJECT, FieldValue.text(task.subject()));
        fields.put(DESCRIPTION, FieldValue.text(task.description()));
        fields.put(PRIORITY, FieldValue.text(task.priority()));
        fields.put(STATUS, FieldValue.text(settings.openStatus()));
        fields.put(ACTIVITY_DATE, FieldValue.day(task.due()));
        return fields;
    }

    private static Map<FieldName, FieldValue> fields(Change.TaskRefresh task) {
        Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
        fields.put(SUBJECT, FieldValue.text(task.subject()));
        fields.put(DESCRIPTION, FieldValue.text(task.description()));
        fields.put(PRIORITY, FieldValue.text(task.priority()));
        return fields;
    }

    private static Map<FieldName, FieldValue> fields(Change.TaskClosure task) {
        Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
        fields.put(STATUS, FieldValue.text(task.status()));
        fields.put(DESCRIPTION, FieldValue.text(task.description()));
        return fields;
    }
}
