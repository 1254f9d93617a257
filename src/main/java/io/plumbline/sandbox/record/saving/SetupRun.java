package io.plumbline.sandbox.record.saving;

import io.plumbline.sandbox.record.derived.Change;
import io.plumbline.sandbox.record.input.FieldInput;
import io.plumbline.sandbox.record.refusal.RecordRefusedException;
import io.plumbline.sandbox.record.refusal.StatusCode;
import io.plumbline.sandbox.schema.FieldSchema;
import io.plumbline.sandbox.setup.Automation;
import io.plumbline.sandbox.setup.SaveRule;
import io.plumbline.sandbox.setup.Setup;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is set up in the org, applied to one record on its way to being saved. */
record SetupRun(Setup setup, Change change) {

    /** Runs the automation; what it gives is read as the field's type, too long a text is cut as a flow would have to. */
    void automate() {
        for (Automation automation : setup.automationOf(change.object().name())) {
            change.object().field(automation.field()).ifPresent(field -> {
                Object value = automation.rewrite().apply(change.get(field.name()));
                change.set(field.name(), FieldInput.lenient().read(field, value));
            });
        }
    }

    /** Refuses the record when a rule does. */
    void check() {
        for (SaveRule rule : setup.rulesOf(change.object().name())) {
            change.object().field(rule.field()).ifPresent(field -> check(rule, field));
        }
    }

    private void check(SaveRule rule, FieldSchema field) {
        switch (rule) {
            case SaveRule.Validation validation -> {
                if (validation.refuses(change.get(field.name()))) {
                    throw new RecordRefusedException(
                            StatusCode.FIELD_CUSTOM_VALIDATION_EXCEPTION, rule.message(), field.name());
                }
            }
            case SaveRule.Duplicate duplicate -> {
                Object value = change.get(field.name());
                if (value != null && change.changes(field.name()) && another(field, value)) {
                    throw new RecordRefusedException(StatusCode.DUPLICATES_DETECTED, rule.message());
                }
            }
        }
    }

    private boolean another(FieldSchema field, Object value) {
        Object key = comparable(value);
        return change.work().records().all(change.object()).stream()
                .anyMatch(other -> !other.id().equals(change.id())
                        && !other.deleted()
                        && Objects.equals(key, comparable(other.get(field.name()))));
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        return value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
    }
}
