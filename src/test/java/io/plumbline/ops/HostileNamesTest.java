package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.Trap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An org in which everything that people may name is called so that a spreadsheet would work it out and a log would show a
 * line that nobody wrote. Anybody who may create an account may do that, in some orgs every visitor of a web form.
 */
class HostileNamesTest {

    private static final String FORGED = "9 ERROR FORGED";

    /** U+009B begins a terminal's commands as ESC [ does, and may stand in XML; U+0085 and U+2028 end lines. */
    private static final String TAIL = "\r\n" + FORGED + "\u0085" + FORGED + "\u2028" + FORGED + "\u009B31m\u202Egpj";

    private static final List<String> BEGINNINGS =
            List.of("=HYPERLINK(\"//e.x\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\uFF1D1");

    @TempDir
    Path folder;

    private SmallOrg org;

    @BeforeEach
    void callEverythingSo() {
        org = new SmallOrg();
        int next = 0;
        for (String account : List.of(org.acme, org.brook, org.cedar)) {
            org.update("Account", account, "Name", hostile(next++));
        }
        org.update("User", org.sam, "LastName", hostile(next++));
        org.update("User", org.mary, "LastName", hostile(next++));
        org.update("Contact", org.champion, "LastName", hostile(next++), "Title", hostile(next++));
        org.update("Contact", org.buyer, "LastName", hostile(next++));
        org.update("Opportunity", org.deal, "Name", hostile(next++));
        org.update("Plumbline_Plan__c", org.plan, "Name", hostile(next++));
        org.update("Case", org.support, "Subject", hostile(next));
        org.goOn(java.time.Duration.ofMinutes(5));
    }

    private static String hostile(int which) {
        return BEGINNINGS.get(which % BEGINNINGS.size()) + TAIL.replace("FORGED", "FORGED" + which);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    @Trap("L8")
    void forgeNoLineOfWhatCommandsSayOrLog() {
        List<String> said = new ArrayList<>();
        PrintStream terminal = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            for (String command : List.of("doctor", "sync", "sync", "explain " + org.acme, "explain =", "explain 0")) {
                said.add(run(command.split(" ")).said());
            }
            said.add(run("preview", "--out", folder.resolve("preview").toString())
                    .said());
            said.add(run("sync").said());
        } finally {
            System.setErr(terminal);
        }
        said.add(log.toString(StandardCharsets.UTF_8));

        assertThat(String.join("\n", said)).contains("FORGED");
        assertThat(String.join("\n", said).lines())
                .noneMatch(line -> line.strip().startsWith(FORGED));
        assertThat(String.join("\n", said)).doesNotContainPattern("[\\p{Cc}\\u2028\\u2029\\u202E&&[^\\n]]");
    }

    @Test
    @Trap("L7")
    void makeNoFormulaOfAnyTable() throws IOException {
        assertThat(run("sync").exitCode()).isIn(0, 2);
        assertThat(run("preview", "--out", folder.toString(), "--against", "connector-config")
                        .exitCode())
                .isZero();

        List<Path> tables;
        try (var files = Files.list(folder)) {
            tables = files.filter(file -> file.toString().endsWith(".csv")).toList();
        }
        assertThat(tables).hasSize(4);
        for (Path table : tables) {
            for (String cell : cells(table)) {
                assertThat(cell)
                        .as("in %s", table.getFileName())
                        .matches("(?s)-?\\d+(\\.\\d+)?|'.*|[\\p{L}\\p{N}(].*|");
            }
        }
    }

    private static List<String> cells(Path table) throws IOException {
        try (CsvReader<CsvRecord> records =
                CsvReader.builder().ofCsvRecord(Files.readString(table).substring(1))) {
            return records.stream().flatMap(line -> line.getFields().stream()).toList();
        }
    }

    private ShellRun run(String... arguments) {
        return ShellRun.of(ShellRun.environment(org.sandbox, folder.resolve("data")), arguments);
    }
}
