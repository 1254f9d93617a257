package io.plumbline.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskCheckTest {

    private static final long MB = 1L << 20;

    @ParameterizedTest
    @CsvSource({
        "199, 10, problem",
        "200, 10, warning",
        "1023, 10, warning",
        "1024, 10, ok",
        "3999, 2000, warning",
        "4000, 2000, ok"
    })
    void wantsRoomForTheDatabaseOnceMoreAndSomeToSpare(long free, long data, String state) {
        assertThat(DiskCheck.judged(Path.of("data"), free * MB, data * MB)
                        .state()
                        .word())
                .isEqualTo(state);
    }
}
