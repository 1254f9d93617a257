package io.plumbline.salesforce.call;

import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.WriteOutcome.Refused;
import io.plumbline.salesforce.codes.RowCause;
import io.plumbline.salesforce.http.SafeWords;
import java.util.List;

/** What the org's refusal of one record means, by the table of {@link RowCause}; of several reasons one that lasts. */
public final class RowRefusals {

    private RowRefusals() {}

    public static Refused of(ObjectName object, List<RowProblem> problems) {
        if (problems.isEmpty()) {
            return new Refused(
                    "UNKNOWN_EXCEPTION",
                    "Salesforce gave no reason.",
                    List.of(),
                    false,
                    RowCause.NOT_KNOWN.advice(object, List.of()));
        }
        RowProblem worst = problems.stream()
                .filter(problem -> !cause(problem).action().passing())
                .findFirst()
                .orElse(problems.get(0));
        List<String> fields = problems.stream()
                .flatMap(problem -> problem.fields().stream())
                .distinct()
                .toList();
        String message = String.join(
                "; ",
                problems.stream()
                        .map(problem -> SafeWords.of(problem.message(), 500))
                        .toList());
        return new Refused(
                worst.code(),
                message,
                fields,
                cause(worst).action().passing(),
                cause(worst).advice(object, worst.fields()));
    }

    public static String advice(String code, ObjectName object, List<String> fields) {
        return RowCause.of(code).advice(object, fields);
    }

    private static RowCause cause(RowProblem problem) {
        return RowCause.of(problem.code());
    }
}
