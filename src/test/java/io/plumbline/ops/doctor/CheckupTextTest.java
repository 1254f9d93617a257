package io.plumbline.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.flow.checkup.CheckupLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckupTextTest {

    @Test
    void saysOnceWhatSeveralLinesAdvise() {
        assertThat(CheckupText.of(
                                "Doctor",
                                List.of(
                                        CheckupLine.warning("visibility", "Who logs", "Ann logs nothing.", "Ask them."),
                                        CheckupLine.warning("visibility", "Who logs", "Bob logs nothing.", "Ask them."),
                                        CheckupLine.problem("visibility", "Who logs", "Rows are gone.", "Share them."),
                                        CheckupLine.ok("disk", "Disk", "There is room.")),
                                1)
                        .lines()
                        .map(String::stripTrailing))
                .containsExactly(
                        "Doctor",
                        "",
                        "  warning  Who logs        Ann logs nothing.",
                        "  warning                  Bob logs nothing.",
                        "                           -> Ask them.",
                        "  PROBLEM                  Rows are gone.",
                        "                           -> Share them.",
                        "  ok       Disk            There is room.",
                        "",
                        "Somebody has to act: 1 problem, 2 warnings. 1 API call.");
    }
}
