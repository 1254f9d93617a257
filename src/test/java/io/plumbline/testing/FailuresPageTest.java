package io.plumbline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code src/docs/failures.md} lists every trap of the failure catalogue with the tests that are really there. */
class FailuresPageTest {

    private static final Golden DOCS = new Golden(Path.of("src", "docs"), Path.of("target", "golden"));
    private static final String BEGINNING = "<!-- From here on made by the build -->\n";

    private final KnownTraps known = KnownTraps.read();
    private final TrapMarks marks = TrapMarks.ofAllTests();

    @Test
    void thePageIsWhatTheTestsAndTheListOfTrapsSay() throws IOException {
        String page = Files.readString(Path.of("src", "docs", "failures.md"));
        String preface = page.substring(0, page.indexOf(BEGINNING) + BEGINNING.length());

        // To renew the page: run this test and copy target/golden/failures.md over src/docs/failures.md.
        DOCS.assertMatches("failures.md", new FailuresPage(known, marks, preface).text());
    }

    @Test
    void theCatalogueIsCompleteAndInOrder() {
        List<String> catalogue = Stream.of(
                        numbered("A", 9),
                        numbered("B", 11),
                        numbered("C", 13),
                        numbered("D", 12),
                        numbered("E", 11),
                        numbered("F", 18),
                        numbered("G", 12),
                        numbered("H", 9),
                        numbered("I", 6),
                        numbered("J", 12),
                        numbered("K", 12),
                        numbered("L", 13))
                .flatMap(section -> section)
                .toList();

        assertThat(known.ids()).isEqualTo(catalogue);
    }

    @Test
    void everyMarkNamesAKnownTrap() {
        assertThat(known.ids())
                .as("a test is marked with a trap that traps.yaml does not list")
                .containsAll(marks.byId().keySet());
    }

    @Test
    void everyTrapIsHeldByATestOrListedAsOpenWithItsReason() {
        assertThat(known.ids())
                .filteredOn(id -> marks.of(id).isEmpty())
                .as("no test is marked with these; mark the one that fails without the defence, or say in traps.yaml"
                        + " under 'open' why there is none")
                .allMatch(id -> known.find(id).map(KnownTraps.Entry::open).isPresent());
    }

    private static Stream<String> numbered(String section, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> section + number);
    }
}
