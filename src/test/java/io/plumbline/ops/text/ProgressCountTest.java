package io.plumbline.ops.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.RecordId;
import io.plumbline.flow.progress.Phase;
import io.plumbline.flow.progress.Underway;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressCountTest {

    private static final Instant NOW = Instant.parse("2026-06-30T09:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    READING | 0    | -1   | 0 records
                    READING | 1    | -1   | 1 record
                    READING | 2    | -1   | 2 records
                    JUDGING | 1    | 1    | 1 of 1 account
                    JUDGING | 1    | 2    | 1 of 2 accounts
                    WRITING | 0    | 1    | 0 of 1 change
                    WRITING | 1200 | 3000 | 1,200 of 3,000 changes
                    WRITING | 5    | 4    | 5 of 5 changes
                    """)
    void oneIsSingular(Phase phase, long done, long expected, String words) {
        OptionalLong all = expected < 0 ? OptionalLong.empty() : OptionalLong.of(expected);

        assertThat(ProgressCount.of(new Underway(RecordId.of("00D000000000001EAA"), phase, "", done, all, NOW, NOW)))
                .isEqualTo(words);
    }
}
