package io.plumbline.sandbox.bulk;

import io.plumbline.sandbox.gate.RowOutcome;
import io.plumbline.sandbox.gate.RowProblem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of one uploaded line.
 *
 * @param cells the line as it was uploaded
 */
record RowVerdict(List<String> cells, RowOutcome outcome) {

    RowVerdict {
        cells = List.copyOf(cells);
    }

    /** As {@code sf__Error} has it: {@code CODE:message:fields --}. */
    String error() {
        return outcome.problems().stream().map(RowVerdict::text).collect(Collectors.joining(";"));
    }

    private static String text(RowProblem problem) {
        String fields = String.join(",", problem.fields());
        return problem.code() + ":" + problem.message() + ":" + (fields.isEmpty() ? "--" : fields + " --");
    }
}
