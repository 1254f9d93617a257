package io.plumbline.sandbox.record.saving;

import io.plumbline.sandbox.record.derived.ActivityDerivation;
import io.plumbline.sandbox.record.refusal.RecordRefusedException;
import io.plumbline.sandbox.record.refusal.StatusCode;
import io.plumbline.sandbox.record.store.Records;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.record.store.UnitOfWork;
import io.plumbline.sandbox.schema.ChildRelationship;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.schema.FieldTrait;
import io.plumbline.sandbox.schema.ObjectSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Moves records to the recycle bin with what hangs on them, and takes them out again. */
public final class RecordRemover {

    /** Rows of it vanish without a trace when deleted directly: no recycle bin, not in queryAll. */
    private static final Set<String> LEAVES_NO_TRACE = Set.of("AccountTeamMember");

    private final RowLocks locks;

    public RecordRemover(RowLocks locks) {
        this.locks = locks;
    }

    public void delete(UnitOfWork work, StoredRecord target, String userId, Instant now) {
        locks.check(List.of(target.id()));
        refuseWhenHeld(work, target);
        if (LEAVES_NO_TRACE.contains(target.object().name())) {
            work.remove(target);
            return;
        }
        bin(work, target, target.id(), userId, now);
    }

    private static void refuseWhenHeld(UnitOfWork work, StoredRecord target) {
        List<String> holders = new ArrayList<>();
        for (ChildRelationship child : target.object().childRelationships()) {
            ObjectSchema children = work.records().table(child.childObject()).object();
            if (children.field(child.field()).orElseThrow().is(FieldTrait.RESTRICTED_DELETE)) {
                live(work, children, child.field(), target.id()).stream()
                        .map(held -> held.values()
                                .getOrDefault("CaseNumber", held.id())
                                .toString())
                        .forEach(holders::add);
            }
        }
        if (!holders.isEmpty()) {
            throw new RecordRefusedException(
                    StatusCode.DELETE_FAILED,
                    "Your attempt to delete " + target.values().getOrDefault("Name", target.id())
                            + " could not be completed because it is associated with the following cases.: "
                            + String.join(", ", holders) + "\n");
        }
    }

    private void bin(UnitOfWork work, StoredRecord target, String root, String userId, Instant now) {
        for (ChildRelationship child : target.object().childRelationships()) {
            ObjectSchema children = work.records().table(child.childObject()).object();
            for (StoredRecord held : live(work, children, child.field(), target.id())) {
                if (child.cascadeDelete()) {
                    bin(work, held, root, userId, now);
                } else {
                    letGo(work, held, child.field(), now);
                }
            }
        }
        work.noteDeletion(target.id(), new Records.Deletion(root, now));
        mark(work, target, true, userId, now);
        refreshParents(work, target, now);
    }

    private static void refreshParents(UnitOfWork work, StoredRecord target, Instant now) {
        if (target.object().name().equals("Task") || target.object().name().equals("Event")) {
            for (String field : List.of("WhatId", "WhoId", "AccountId")) {
                if (target.get(field) instanceof String parent) {
                    ActivityDerivation.refresh(work, parent, now, false);
                }
            }
        }
    }

    /** A lookup to a deleted record is blanked, as far as the field may be blank; the system does it, so only its stamp moves. */
    private static void letGo(UnitOfWork work, StoredRecord held, String field, Instant now) {
        FieldSchema reference = held.object().field(field).orElseThrow();
        if (reference.custom() && reference.nillable()) {
            Map<String, Object> values = new HashMap<>(held.values());
            values.remove(field);
            values.put("SystemModstamp", now);
            work.put(new StoredRecord(held.object(), held.id(), Map.copyOf(values)));
        }
    }

    public void undelete(UnitOfWork work, StoredRecord target, String userId, Instant now) {
        Records.Deletion deletion = work.records().deletions().get(target.id());
        if (!target.deleted() || deletion == null) {
            throw new RecordRefusedException(StatusCode.UNDELETE_FAILED, "entity is not in the recycle bin");
        }
        List<String> together = work.records().deletions().entrySet().stream()
                .filter(entry -> entry.getValue().root().equals(target.id()))
                .map(Map.Entry::getKey)
                .toList();
        List<String> restored = together.isEmpty() ? List.of(target.id()) : together;
        for (String id : restored) {
            work.records().find(id).ifPresent(found -> mark(work, found, false, userId, now));
            work.forgetDeletion(id);
        }
        for (String id : restored) {
            work.records().find(id).ifPresent(found -> refreshParents(work, found, now));
        }
    }

    /** Out of the recycle bin for good, with what went there with it. */
    public void purge(UnitOfWork work, StoredRecord target) {
        if (!target.deleted() || !work.records().deletions().containsKey(target.id())) {
            throw new RecordRefusedException(
                    StatusCode.INVALID_ID_FIELD, "Record not in the recycle bin: " + target.id());
        }
        List<String> together = Stream.concat(
                        Stream.of(target.id()),
                        work.records().deletions().entrySet().stream()
                                .filter(entry -> entry.getValue().root().equals(target.id()))
                                .map(Map.Entry::getKey))
                .distinct()
                .toList();
        for (String id : together) {
            work.records().find(id).ifPresent(work::remove);
            work.forgetDeletion(id);
        }
    }

    private static void mark(UnitOfWork work, StoredRecord target, boolean deleted, String userId, Instant now) {
        Map<String, Object> values = new HashMap<>(target.values());
        values.put("IsDeleted", deleted);
        values.put("SystemModstamp", now);
        if (target.object().has("LastModifiedDate")) {
            values.put("LastModifiedDate", now);
            values.put("LastModifiedById", userId);
        }
        work.put(new StoredRecord(target.object(), target.id(), Map.copyOf(values)));
    }

    private static List<StoredRecord> live(UnitOfWork work, ObjectSchema children, String field, String id) {
        return work.records().lookup(children, field, id).stream()
                .filter(child -> !child.deleted())
                .toList();
    }
}
