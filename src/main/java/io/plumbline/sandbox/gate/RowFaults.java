package io.plumbline.sandbox.gate;

import io.plumbline.sandbox.control.Fault;
import io.plumbline.sandbox.record.input.RecordInput;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which fault, if any, strikes a row. */
final class RowFaults {

    private static final int CASE_SENSITIVE_LENGTH = 15;

    private RowFaults() {}

    static Optional<Fault.RowError> striking(List<Fault.RowError> faults, RecordInput row, int position) {
        return faults.stream().filter(fault -> strikes(fault, row, position)).findFirst();
    }

    private static boolean strikes(Fault.RowError fault, RecordInput row, int position) {
        if (fault.ids().isEmpty() && fault.rows().isEmpty()) {
            return true;
        }
        return fault.rows().contains(position) || touches(fault.ids(), row);
    }

    // A lock on a parent holds its children too, so the values of lookups count.
    private static boolean touches(Set<String> ids, RecordInput row) {
        Set<String> wanted = ids.stream().map(RowFaults::bare).collect(Collectors.toSet());
        return row.id() != null && wanted.contains(bare(row.id()))
                || row.fields().values().stream()
                        .anyMatch(value -> value instanceof String text && wanted.contains(bare(text)));
    }

    private static String bare(String id) {
        return id.length() > CASE_SENSITIVE_LENGTH ? id.substring(0, CASE_SENSITIVE_LENGTH) : id;
    }
}
