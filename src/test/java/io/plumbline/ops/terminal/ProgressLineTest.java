package io.plumbline.ops.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.RecordId;
import io.plumbline.flow.progress.Phase;
import io.plumbline.flow.progress.Underway;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {

    private static final Instant BEGAN = Instant.parse("2026-06-30T06:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHECKING | '' | 0 | -1 | 0 | Checking what the org gives ...",
                "READING | '' | 0 | -1 | 9 | Reading: 0 records",
                "READING | opportunityContactRoles | 4000 | 12000 | 10 | Reading opportunity contact roles: 4,000 of 12,000 records, 20 s left",
                "READING | cases | 12010 | 12000 | 10 | Reading cases: 12,010 of 12,010 records, 1 s left",
                "JUDGING | '' | 19 | 500 | 10 | Judging: 19 of 500 accounts",
                "JUDGING | '' | 100 | 500 | 16 | Judging: 100 of 500 accounts, 2 min left",
                "WRITING | '' | 100 | 5100 | 180 | 'Writing: 100 of 5,100 changes, 2.5 h left'"
            })
    void saysWhatARunIsAt(Phase phase, String part, long done, long expected, long seconds, String line) {
        Underway run = new Underway(
                RecordId.of("00D000000000001EAA"),
                phase,
                part,
                done,
                expected < 0 ? OptionalLong.empty() : OptionalLong.of(expected),
                BEGAN,
                BEGAN);

        assertThat(ProgressText.of(List.of(run), BEGAN.plusSeconds(seconds)))
                .isEqualTo(line)
                .hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void beforeTheOrgAnsweredItSignsIn() {
        assertThat(ProgressText.of(List.of(), BEGAN)).isEqualTo("Signing in ...");
        assertThat(ProgressText.counted("Judged", 12_345, "accounts")).isEqualTo("Judged: 12,345 accounts");
    }

    @Test
    void leavesNothingBehind() {
        List<String> shown = new ArrayList<>();
        AtomicInteger number = new AtomicInteger();
        ProgressLine line = new ProgressLine(Optional.of(shown::add), () -> "line " + number.incrementAndGet());

        line.draw();
        line.draw();
        line.close();

        assertThat(shown).containsExactly("line 1", "line 2", "");
    }

    @Test
    void staysSilentWhereNobodyLooks() {
        AtomicInteger asked = new AtomicInteger();

        try (ProgressLine line = ProgressLine.start(Optional.empty(), () -> "line " + asked.incrementAndGet())) {
            line.draw();
        }

        assertThat(asked).hasValue(0);
        assertThat(Terminal.ofStandardError(Map.of("TERM", "dumb"))).isEmpty();
        assertThat(Terminal.ofStandardError(Map.of())).isEmpty();
    }
}
