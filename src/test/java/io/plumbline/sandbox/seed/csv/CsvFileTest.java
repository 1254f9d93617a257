package io.plumbline.sandbox.seed.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.sandbox.seed.load.SeedProblem;
import io.plumbline.sandbox.seed.load.SeedProblem.Kind;
import io.plumbline.sandbox.seed.load.SeedRow;
import io.plumbline.sandbox.seed.load.SeedRows;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @TempDir
    Path folder;

    static Stream<Arguments> marks() {
        return Stream.of(
                Arguments.of("no mark", "", StandardCharsets.UTF_8),
                Arguments.of("UTF-8", "\uFEFF", StandardCharsets.UTF_8),
                Arguments.of("UTF-16 big end first", "\uFEFF", StandardCharsets.UTF_16BE),
                Arguments.of("UTF-16 little end first", "\uFEFF", StandardCharsets.UTF_16LE),
                Arguments.of("UTF-32 big end first", "\uFEFF", Charset.forName("UTF-32BE")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("marks")
    @DisplayName("E4: a byte-order mark decides the encoding and is no part of the first name")
    void readsByteOrderMarks(String name, String mark, Charset encoding) throws IOException {
        Path file = Files.write(folder.resolve("Account.csv"), (mark + "Name,City\nŁódź 🚲,Győr\n").getBytes(encoding));

        SeedRow row = CsvFile.read(file).rows().getFirst();

        assertThat(row.values()).isEqualTo(Map.of("Name", "Łódź 🚲", "City", "Győr"));
        assertThat(row.object()).isEqualTo("Account");
    }

    @Test
    @DisplayName("E1: quotes, separators and line breaks inside quotes are content, and lines count on")
    void readsQuotedContent() throws IOException {
        SeedRows rows = read("Name,Description\r\n\"The \"\"Best\"\" One\",\"a, b\r\nc\"\r\nPlain,x\r\n");

        assertThat(rows.problems()).isEmpty();
        assertThat(rows.rows().get(0).values())
                .containsEntry("Name", "The \"Best\" One")
                .containsEntry("Description", "a, b\r\nc");
        assertThat(rows.rows().get(0).place().line()).isEqualTo(2);
        assertThat(rows.rows().get(1).place().line()).isEqualTo(4);
    }

    @ParameterizedTest(name = "{0} fields under a header of 2")
    @ValueSource(strings = {"only", "a,b,c"})
    @DisplayName("E1: a row with more or fewer fields than the header is set aside with its line")
    void setsRowsOfAnotherWidthAside(String line) throws IOException {
        SeedRows rows = read("Name,City\ngood,one\n" + line + "\ngood,two\n");

        assertThat(rows.rows()).hasSize(2);
        assertThat(rows.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.ROW);
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.reason()).contains("header");
        });
    }

    @Test
    void reportsColumnsWithoutNameAndColumnsThatStandTwice() throws IOException {
        SeedRows rows = read("Name,,name,City\nfirst,x,second,there\n");

        assertThat(rows.rows().getFirst().values()).isEqualTo(Map.of("Name", "first", "City", "there"));
        assertThat(rows.problems())
                .extracting(SeedProblem::kind, SeedProblem::detail)
                .containsExactly(tuple(Kind.COLUMN, "column 2"), tuple(Kind.COLUMN, "name"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Name;City\na;b\n", "Name\tCity\na\tb\n", "", "Name,City\n\"never closed,b\n"})
    void reportsAFileThatIsNoCsvAsOneProblem(String content) throws IOException {
        SeedRows rows = read(content);

        assertThat(rows.rows()).isEmpty();
        assertThat(rows.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.FILE));
    }

    @Test
    void keepsTheRowsBeforeTheOneThatBreaksTheFile() throws IOException {
        SeedRows rows = read("Name,City\ngood,one\n\"never closed,two\nthree,four\n");

        assertThat(rows.rows()).hasSize(1);
        assertThat(rows.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.FILE));
    }

    @Test
    void saysWhichLineHoldsWhatCouldNotBeDecoded() throws IOException {
        Path file = Files.write(
                folder.resolve("Account.csv"), "Name\nok\nLüneburg\n".getBytes(StandardCharsets.ISO_8859_1));

        SeedRows rows = CsvFile.read(file);

        assertThat(rows.rows()).hasSize(2);
        assertThat(rows.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(3));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "csvtext.csv",
                "csvtext_BOM_UTF8.csv",
                "csvtext_BOM_UTF16BE.csv",
                "csvtext_BOM_UTF16LE.csv",
            })
    @DisplayName("E4: Data Loader's own files read alike whatever their mark")
    void readsDataLoadersOwnFiles(String name) {
        Path file = Path.of("..", "shared", "fixtures", "csv", name);
        Assumptions.assumeTrue(Files.exists(file), "skipped: ../shared/fixtures is not here");

        assertThat(CsvFile.read(file).rows())
                .extracting(SeedRow::values)
                .containsExactly(
                        Map.of("column1", "row1-1", "column2", "row1-2", "column3", "row1-3"),
                        Map.of("column1", "row2-1", "column2", "row2-2", "column3", "row2-3"));
    }

    private SeedRows read(String content) throws IOException {
        return CsvFile.read(Files.writeString(folder.resolve("Account.csv"), content));
    }
}
