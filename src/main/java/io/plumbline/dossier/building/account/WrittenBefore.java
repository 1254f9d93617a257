package io.plumbline.dossier.building.account;

import io.plumbline.config.mapping.Mapping;
import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.dossier.OwnTask;
import io.plumbline.mirror.AccountRows;
import io.plumbline.mirror.MirrorRow;
import io.plumbline.mirror.RowSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Plumbline has written to an account and around it, as the mirror has it. */
final class WrittenBefore {

    private static final FieldName IS_CLOSED = FieldName.of("IsClosed");
    private static final FieldName OWNER = FieldName.of("OwnerId");

    private static final FieldName CREATED = FieldName.of("CreatedDate");

    private final Mapping mapping;

    WrittenBefore(Mapping mapping) {
        this.mapping = mapping;
    }

    /** By field; one that could not be read is absent. */
    Map<FieldName, FieldValue> results(AccountRows account) {
        Map<FieldName, FieldValue> there = account.account().record().fields();
        Map<FieldName, FieldValue> results = new LinkedHashMap<>();
        mapping.results().values().forEach(result -> {
            FieldValue value = there.get(result.field());
            if (value != null) {
                results.put(result.field(), value);
            }
        });
        return results;
    }

    List<OwnTask> tasks(AccountRows account) {
        return account.of(RowSource.OWN_TASKS).stream().map(WrittenBefore::task).toList();
    }

    private static OwnTask task(MirrorRow row) {
        CrmRecord task = row.record();
        return new OwnTask(
                row.id(),
                row.ownKey().orElse(""),
                task.value(IS_CLOSED).filter(FieldValue.flag(true)::equals).isPresent(),
                row.deleted(),
                task.reference(OWNER),
                text(task, "Subject"),
                text(task, "Description"),
                text(task, "Priority"),
                text(task, "Status"),
                task.value(CREATED)
                        .filter(FieldValue.Moment.class::isInstance)
                        .map(FieldValue.Moment.class::cast)
                        .map(FieldValue.Moment::instant),
                row.stamp());
    }

    private static String text(CrmRecord task, String field) {
        return task.text(FieldName.of(field)).orElse("");
    }
}
