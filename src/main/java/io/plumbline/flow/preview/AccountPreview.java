package io.plumbline.flow.preview;

import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.assess.Trend;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account as a sync would leave it. Scores are 0 to 100 and null when unknown.
 *
 * @param owner the owner's name; empty when it cannot be seen
 * @param attention what is at stake, in the corporate currency; null when unknown
 * @param reasons why health is not 100, what costs most first
 * @param held what ought to be written and cannot be, with the reason
 */
public record AccountPreview(
        String id,
        String name,
        String owner,
        Band band,
        @Nullable Integer health,
        @Nullable Integer retention,
        @Nullable Integer growth,
        ClockVerdict plan,
        @Nullable Integer thoroughness,
        @Nullable Integer vetting,
        @Nullable Integer execution,
        @Nullable Integer roles,
        int confidence,
        Trend trend,
        @Nullable BigDecimal attention,
        List<String> reasons,
        List<FindingPreview> findings,
        List<FieldPreview> fields,
        List<TaskPreview> tasks,
        List<String> held) {

    public AccountPreview {
        reasons = List.copyOf(reasons);
        findings = List.copyOf(findings);
        fields = List.copyOf(fields);
        tasks = List.copyOf(tasks);
        held = List.copyOf(held);
    }
}
