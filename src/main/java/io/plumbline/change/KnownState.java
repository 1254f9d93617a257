package io.plumbline.change;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known to be in Salesforce for one account, where it concerns us.
 *
 * @param fields the present values of our fields on the account; one that could not be read is absent, and is then
 *     never written (trap E6)
 * @param tasks the tasks of the account that carry our key, whatever their state
 * @param settledTasks keys of tasks that were over when their theme needed nothing, as reported by an earlier
 *     {@link ChangeSet#settledTasks()}
 * @param mark the mark of the last written verdict as the journal remembers it; needed only where the detail field,
 *     which carries the mark, is not mapped
 */
public record KnownState(
        Map<FieldName, FieldValue> fields,
        List<KnownTask> tasks,
        Set<String> settledTasks,
        Optional<VerdictMark> mark) {

    public KnownState {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        tasks = List.copyOf(tasks);
        settledTasks = Set.copyOf(settledTasks);
    }
}
