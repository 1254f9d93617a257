package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.ops.storage.DataFolder;
import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.sandbox.SeededOrg;
import io.plumbline.sandbox.record.VirtualClock;
import io.plumbline.sandbox.seed.Seed;
import io.plumbline.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The account that {@code src/docs/architecture.md} follows hop by hop really goes that way, value by value. */
class OneAccountTest {

    private static final Path DOCS = Path.of("src", "docs");
    private static final Instant MORNING = Instant.parse("2026-06-30T06:00:00Z");
    private static final String NAME = "Weserblick Reederei";
    private static final Pattern STOP =
            Pattern.compile("(<!-- hop: (\\w+) -->\\n\\n```text\\n)(.*?)(```)", Pattern.DOTALL);

    @TempDir
    Path folder;

    private Map<String, String> environment;
    private Path data;

    @Test
    void whatThePageShowsIsWhatTheProgramGives() throws IOException, SQLException {
        try (Sandbox demo = Sandbox.start(
                SeededOrg.of(Seed.named("demo"), VirtualClock.standing(MORNING)).org(), SandboxOptions.defaults())) {
            data = folder.resolve("data");
            environment = ShellRun.environment(demo, data);
            Map<String, String> hops = hops();
            String page = Files.readString(DOCS.resolve("architecture.md"));
            Matcher stops = STOP.matcher(page);

            assertThat(stops.results().map(stop -> stop.group(2))).containsExactlyElementsOf(hops.keySet());
            new Golden(DOCS, Path.of("target", "golden"))
                    .assertMatches(
                            "architecture.md",
                            stops.replaceAll(stop ->
                                    Matcher.quoteReplacement(stop.group(1) + hops.get(stop.group(2)) + stop.group(4))));
        }
    }

    private Map<String, String> hops() throws IOException, SQLException {
        Map<String, String> hops = new LinkedHashMap<>();
        hops.put("extract", between(run("config", "check"), "  account\n", "\n  \\S"));
        String preview = folder.resolve("preview").toString();
        run("preview", "--as-of", "2026-06-30", "--out", preview);
        String changes = Files.readString(Path.of(preview, "fields.csv"))
                .lines()
                .filter(line ->
                        line.contains(NAME) && line.matches(".*,Plumbline_(Health|Band|Plan_Currency|Next_Step)__c,.*"))
                .map(line -> line.substring(line.indexOf(NAME) + NAME.length() + 1))
                .collect(Collectors.joining("\n"));
        String tasks = Files.readString(Path.of(preview, "tasks.csv"))
                .lines()
                .filter(line -> line.contains(NAME))
                .map(line -> line.substring(line.indexOf(NAME) + NAME.length() + 1))
                .limit(1)
                .collect(Collectors.joining("\n"));
        String sync = run("sync", "--as-of", "2026-06-30");
        String explained = run("explain", NAME, "--as-of", "2026-06-30");
        String id = explained.substring(explained.indexOf('(') + 1, explained.indexOf(')'));
        hops.put(
                "mirror",
                rows("select content from mirror_row where record_id = '" + id + "' and source = 'account'")
                                .replaceAll("\"[^\"]+\":null[,}]", "")
                                .replaceAll(",(\"\\w+__c\":)", ",\n $1")
                        + rows("select source, count(*) from mirror_row where account_id = '" + id
                                + "' group by source order by source"));
        hops.put(
                "assess",
                explained.lines().limit(6).collect(Collectors.joining("\n")) + "\n...\n"
                        + explained
                                .lines()
                                .filter(line -> line.matches("health:.*|  (uncappedHealth|cap\\..*|Nobody has.*):.*"))
                                .limit(3)
                                .collect(Collectors.joining("\n"))
                        + "\n");
        hops.put("change", changes + "\n" + tasks + "\n");
        hops.put(
                "writeback",
                sync.lines()
                                .filter(line -> line.contains("Written:"))
                                .findFirst()
                                .orElse("")
                                .strip() + "\n"
                        + rows(
                                "select change_key, outcome, rtrim(substring(reason, 1, 60)) from journal_effect where account_id = '"
                                        + id + "' order by id"));
        hops.put(
                "journal",
                rows("select as_of, written_health, retention, growth, thoroughness, vetting, execution, band"
                        + " from journal_verdict where account_id = '" + id + "'"));
        return hops;
    }

    private static String between(String text, String begin, String end) {
        Matcher part = Pattern.compile(Pattern.quote(begin) + "(.*?)" + end, Pattern.DOTALL)
                .matcher(text);
        assertThat(part.find()).isTrue();
        return part.group(1).stripIndent() + "\n";
    }

    private String run(String... arguments) {
        ShellRun run = ShellRun.of(environment, arguments);
        assertThat(run.exitCode()).as(run.said()).isZero();
        return run.out();
    }

    private String rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection database =
                        DriverManager.getConnection(DataFolder.databaseIn(data), DataFolder.DATABASE_USER, "");
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(String.join("  ", row));
            }
        }
        return String.join("\n", rows) + "\n";
    }
}
