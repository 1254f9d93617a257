package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Accounts are judged, not people: nothing that is shown counts or sorts by a person. Looked for where it would have to
 * begin, in what is asked of the database and in how rows are put in order.
 */
class FairUseTest {

    private static final Pattern BY_A_PERSON = Pattern.compile(
            "(?i)((group|order)\\s+by[^\"]*|groupingBy\\([^)]*|comparing\\w*\\([^)]*)(owner|person|people|user)");

    /** What does, and why that ranks nobody. */
    private static final List<String> ALLOWED = List.of(
            // The names to choose from in the filter of the portfolio, by the alphabet and without a number.
            "journal/AccountList.java: order by s.owner",
            // Whether a user logs activities at all: else what is missing is unknown instead of bad. Shown by doctor
            // alone.
            "mirror/derived/ActivityDays.java: group by user");

    @Test
    void nothingIsCountedOrSortedByPerson() throws IOException {
        assertThat(found()).containsExactlyInAnyOrderElementsOf(ALLOWED);
    }

    private static List<String> found() throws IOException {
        Path main = Path.of("src/main/java/io/plumbline");
        try (Stream<Path> files = Files.walk(main)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !main.relativize(file).startsWith("sandbox"))
                    .flatMap(file -> BY_A_PERSON
                            .matcher(text(file))
                            .results()
                            .map(found -> main.relativize(file) + ": " + found.group()))
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
