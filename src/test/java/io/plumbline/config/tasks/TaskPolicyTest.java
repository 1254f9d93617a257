package io.plumbline.config.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import io.plumbline.config.tasks.Wording.Placeholder;
import java.time.DayOfWeek;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskPolicyTest {

    private final TaskPolicy shipped = Configuration.shipped().tasks();

    @Test
    void shippedPolicyReadsAsWritten() {
        ThemeTask vetting = shipped.task(Theme.VETTING).orElseThrow();

        assertThat(vetting.priority(Severity.CRITICAL)).isEqualTo("High");
        assertThat(vetting.dueWorkingDays(Severity.INFO)).isEqualTo(20);
        assertThat(shipped.weekend()).containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    @ParameterizedTest
    @CsvSource({
        "CRITICAL, CRITICAL, true",
        "CRITICAL, WARNING, false",
        "WARNING, CRITICAL, true",
        "WARNING, WARNING, true",
        "WARNING, INFO, false",
        "INFO, INFO, true"
    })
    void aThemeWantsATaskFromItsLeastSeverityOn(Severity from, Severity worst, boolean wanted) {
        ThemeTask any = shipped.task(Theme.ROLES).orElseThrow();
        ThemeTask task =
                new ThemeTask(true, from, any.subject(), any.description(), any.priority(), any.dueWorkingDays());
        ThemeTask off =
                new ThemeTask(false, from, any.subject(), any.description(), any.priority(), any.dueWorkingDays());

        assertThat(task.wants(worst)).isEqualTo(wanted);
        assertThat(off.wants(worst)).isFalse();
    }

    @Test
    void aWordingIsFilledOnceAndNothingInAValueIsReadAsAPlaceholder() {
        Wording wording = new Wording("{account}: {finding} $1 {other}");

        assertThat(wording.fill(Map.of(Placeholder.ACCOUNT, "{plan} & Söhne \\ $2", Placeholder.FINDING, "stale")))
                .isEqualTo("{plan} & Söhne \\ $2: stale $1 {other}");
        assertThat(wording.unknownPlaceholders()).containsExactly("other");
    }
}
