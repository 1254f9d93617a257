package io.plumbline.flow.checkup;

import io.plumbline.config.mapping.Result;
import io.plumbline.config.mapping.ResultField;
import io.plumbline.extract.Extraction;
import io.plumbline.extract.Problem;
import io.plumbline.extract.Readiness;
import io.plumbline.mirror.Gap;
import java.util.ArrayList;
import java.util.List;

/** Every field that is to be read or written, and every permission for it, from what the org shows of its objects. */
final class FieldsCheck implements SignedInCheck {

    @Override
    public String id() {
        return "fields";
    }

    @Override
    public String subject() {
        return "Fields";
    }

    @Override
    public List<CheckupLine> lines(SignedIn org) {
        Readiness readiness = Extraction.preflight(
                org.salesforce(),
                org.configuration().mapping(),
                org.configuration().connector());
        List<CheckupLine> lines = new ArrayList<>();
        for (Problem problem : readiness.problems()) {
            lines.add(CheckupLine.problem(id(), subject(), problem.what(), problem.advice()));
        }
        for (Gap gap : readiness.gaps()) {
            lines.add(CheckupLine.warning(id(), subject(), gap.reason(), ""));
        }
        int fields = readiness.sources().stream()
                .mapToInt(source -> source.fields().size())
                .sum();
        lines.add(CheckupLine.ok(
                id(),
                subject(),
                fields + " fields of " + readiness.sources().size() + " kinds of records can be read."));
        if (readiness.isReady()) {
            lines.add(CheckupLine.ok(id(), subject(), writable(org)));
        }
        return lines;
    }

    private static String writable(SignedIn org) {
        long results = org.configuration().mapping().results().values().stream()
                .map(ResultField::result)
                .filter(result -> result == Result.CHANGED_ON
                        || org.configuration().connector().write().results().contains(result))
                .count();
        return results + " fields of accounts can be written"
                + (org.configuration().connector().write().tasks()
                        ? ", and tasks made, changed and closed, with their key "
                                + org.configuration().mapping().taskKey() + "."
                        : "; tasks are switched off (write.tasks).");
    }
}
