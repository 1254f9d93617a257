package io.plumbline.sandbox.record.sight;

import io.plumbline.sandbox.record.store.Records;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldTrait;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.schema.ObjectAccess;
import io.plumbline.sandbox.schema.ObjectSchema;
import io.plumbline.sandbox.setup.Sharing;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which records a user may see. Administrators see all. For others a private event is its owner's alone, and a record that sharing hides takes
 * along what cannot be seen without it: rows that follow it, details, and activities that are about nothing else (traps G5, G8).
 */
public final class Visibility {

    private static final Set<String> WITH_PRIVATE_EVENTS = Set.of("Event", "EventRelation");

    private final Records records;
    private final Sharing sharing;
    private final Caller caller;

    public Visibility(Records records, Sharing sharing, Caller caller) {
        this.records = records;
        this.sharing = sharing;
        this.caller = caller;
    }

    /** Whether all records of an object are visible, so that none need be looked at. */
    boolean wholly(ObjectSchema object) {
        return caller.administrator() || sharing.open() && !WITH_PRIVATE_EVENTS.contains(object.name());
    }

    public boolean sees(StoredRecord record) {
        if (wholly(record.object())) {
            return true;
        }
        if (sharing.hides(record.id())) {
            return false;
        }
        String object = record.object().name();
        boolean owned = Objects.equals(record.text("OwnerId"), caller.userId());
        if (record.isTrue("IsPrivate") && object.equals("Event") && !owned) {
            return false;
        }
        if (object.equals("Task") || object.equals("Event")) {
            return owned || seesSubject(record);
        }
        return record.object().fields().stream()
                .filter(field -> leadsToItsParent(record.object(), field))
                .allMatch(field -> seesParent(record, field.name()));
    }

    /** An activity is visible with any of the records it is about. */
    private boolean seesSubject(StoredRecord activity) {
        List<String> subjects = List.of("WhatId", "WhoId").stream()
                .filter(field -> activity.get(field) != null)
                .toList();
        return subjects.isEmpty() || subjects.stream().anyMatch(field -> seesParent(activity, field));
    }

    private static boolean leadsToItsParent(ObjectSchema object, FieldSchema field) {
        if (field.type() != FieldType.REFERENCE) {
            return false;
        }
        return object.access() instanceof ObjectAccess.Follows followed
                ? field.referenceTo().contains(followed.object())
                : field.is(FieldTrait.CASCADE_DELETE);
    }

    private boolean seesParent(StoredRecord child, String field) {
        String parent = child.text(field);
        return parent == null || records.find(parent).map(this::sees).orElse(true);
    }
}
