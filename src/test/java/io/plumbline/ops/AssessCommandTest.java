package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.plumbline.testing.Trap;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code plumbline assess} makes of lines that no sound org would give: a clear error or a right answer, never a hang. */
class AssessCommandTest {

    private static final Duration NO_HANG = Duration.ofSeconds(60);
    private static final int MUCH = 100_000;
    private static final String GOOD = "{\"asOf\": \"2026-06-30\", \"account\": {\"id\": \"A1\"}}";

    private final JsonMapper mapper = new JsonMapper();

    private record Run(int exitCode, List<String> lines, String errors) {}

    @Test
    void aBadLineIsReportedWithItsNumberAndTheRestGoOn() {
        Run run = run(GOOD + "\n\n{nonsense\n" + GOOD.replace("A1", "A2") + "\n[]\n");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.lines()).hasSize(2);
        assertThat(run.lines().get(1)).contains("\"accountId\":\"A2\"");
        assertThat(run.errors().lines())
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Line 3: Not JSON"),
                        second -> assertThat(second).startsWith("Line 5: ").contains("one JSON object on one line"));
    }

    @Test
    void goodLinesAloneAreComplete() {
        assertThat(run(GOOD).exitCode()).isZero();
    }

    @Test
    void explainsOnRequestOnly() {
        assertThat(run(GOOD).lines().getFirst()).doesNotContain("explanation");
        assertThat(mapper.readTree(run(GOOD, "--explain").lines().getFirst())
                        .at("/explanation/confidence/how")
                        .asString())
                .isEqualTo("percent");
    }

    @Test
    void writesForTheLocaleThatIsAskedFor() {
        String plan = GOOD.replace(
                "}}",
                "}, \"plans\": [{\"id\": \"P\", \"state\": \"active\", \"periodStart\": \"2025-01-01\", \"periodEnd\": \"2025-12-31\"}]}");

        assertThat(run(plan).lines().getFirst()).contains("ended on 2025-12-31.");
        assertThat(run(plan, "--locale", "de-DE").lines().getFirst()).contains("ended on 31.12.2025.");
        Run refused = run(plan, "--locale", "german, please");
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.errors()).contains("language tag such as de-DE");
    }

    /** Deep, long and odd lines, and the family of bad numbers: what is refused, in words. */
    @Trap("L12")
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"asOf": "2026-06-30", "account": {"id": "A1", "facts": {"csat": {"value": NaN}}}}       | Line 1: Not JSON
            {"asOf": "2026-06-30", "account": {"id": "A1", "facts": {"csat": {"value": -Infinity}}}} | Line 1: Not JSON
            {"asOf": "2026-02-30", "account": {"id": "A1"}}                                        | has no day
            {"asOf": "30.06.2026", "account": {"id": "A1"}}                                        | has no day
            {"asOf": "2026-06-30", "account": {"id": ""}}                                          | names no account
            {"asOf": "2026-06-30", "account": {"id": 5}}                                           | names no account
            {"asOf": "2026-06-30", "account": {"id": "A1"                                          | Line 1: Not JSON
            """)
    void saysWhatIsWrongWithALine(String line, String message) {
        Run run = run(line);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.lines()).isEmpty();
        assertThat(run.errors()).contains(message).hasLineCount(1);
    }

    @Test
    void aNumberBeyondAllNumbersIsAbsent() {
        JsonNode assessment = assess(
                "\"account\": {\"id\": \"A1\", \"facts\": {\"csat\": {\"value\": 1e999, \"date\": \"2026-06-01\"}}}, \"activityCapture\": true");

        assertThat(assessment.at("/measures/satisfaction.csat").isNull()).isTrue();
    }

    @Test
    void theSameHoldsWithinAnEntryOfAPlan() {
        JsonNode assessment = assess("\"account\": {\"id\": \"A1\"}, \"plans\": [{\"id\": \"P\", \"state\": \"active\","
                + " \"valueOpportunities\": [{\"id\": \"V\", \"state\": \"open\", \"supplierValue\": 1e999}]}]");

        assertThat(assessment.at("/checks/vet.monetised").asString()).isEqualTo("FAIL");
    }

    @Trap("L12")
    @Test
    void amountsThatAddUpToNoNumberAreReportedAndTheRestGoOn() {
        String vast = "{\"amount\": 1e308, \"probability\": 100, \"contactIds\": []}";
        Run run = run(
                GOOD.replace("}}", "}, \"opportunities\": [" + vast + ", " + vast + ", " + vast + "]}") + "\n" + GOOD);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.lines()).hasSize(1);
        assertThat(run.errors()).startsWith("Line 1: Its numbers are so large").hasLineCount(1);
    }

    @Test
    void theMarkThatWindowsPutsBeforeAFileIsNoPartOfItsFirstLine() {
        assertThat(run("\uFEFF" + GOOD + "\n" + GOOD).lines()).hasSize(2);
    }

    @Test
    void aDateThatDoesNotExistIsAbsent() {
        JsonNode assessment = assess(
                "\"account\": {\"id\": \"A1\"}, \"activityCapture\": true,"
                        + "\"plans\": [{\"id\": \"P\", \"state\": \"active\", \"periodStart\": \"2026-01-01\", \"periodEnd\": \"2026-06-31\"}]");

        assertThat(assessment.at("/clocks/plan.period").asString()).isEqualTo("STALE");
    }

    @Test
    void ofIdsThatAppearTwiceEachRecordIsCounted() {
        String deal = "{\"id\": \"O1\", \"amount\": 100, \"probability\": 50, \"contactIds\": []}";
        JsonNode assessment = assess("\"account\": {\"id\": \"A1\"}, \"opportunities\": [" + deal + ", " + deal + "]");

        assertThat(assessment.get("expectedPipeline").asDouble()).isEqualTo(90);
    }

    @Test
    void aLoneSurrogateIsReadAndWrittenAsItStands() {
        JsonNode assessment = assess(
                "\"account\": {\"id\": \"A\\ud800\"}, \"contacts\": [{\"id\": \"C1\", \"title\": \"\\udc00 CEO\"}]");

        assertThat(assessment.get("accountId").asString()).startsWith("A");
    }

    static Stream<String> greatLines() {
        String letters = "a".repeat(10_000_000);
        String words = "word ".repeat(2_000_000);
        String tags = "<b>&amp;".repeat(1_250_000);
        return Stream.of(
                "\"contacts\": [{\"id\": \"C\", \"title\": \"" + letters + "\"}, {\"id\": \"D\", \"title\": \"" + words
                        + "\"}]",
                "\"plans\": [{\"id\": \"P\", \"state\": \"active\", \"sections\": {\"projects\": {\"items\": [{"
                        + names("5") + "}]}," + names("{\"text\": \"a\"}") + "}, \"actions\": [{" + names("\"a\"")
                        + "}]}]",
                sections(letters),
                sections(words),
                sections(tags),
                sections("<".repeat(5_000_000)),
                sections("&#".repeat(2_000_000)),
                "\"opportunities\": ["
                        + "{\"id\": \"O%d\", \"type\": \"Renewal\", \"amount\": 10, \"probability\": 50, \"createdDate\": \"2026-06-01\", \"closeDate\": \"2026-07-30\", \"source\": \"Web\", \"contactIds\": [\"C1\"]},"
                                .repeat(MUCH)
                        + "{\"id\": \"O\"}]",
                "\"interactions\": ["
                        + "{\"id\": \"I\", \"kind\": \"email\", \"date\": \"2026-06-01\", \"contactIds\": [\"C1\", \"C2\"], \"userIds\": [\"U1\"]},"
                                .repeat(MUCH)
                        + "{\"id\": \"J\"}]");
    }

    @ParameterizedTest
    @MethodSource("greatLines")
    void whatIsFarTooMuchIsJudgedWithoutAHang(String members) {
        String dossier = "\"account\": {\"id\": \"A1\"}, \"activityCapture\": true, " + members;

        assertTimeoutPreemptively(NO_HANG, () -> {
            assertThat(assess(dossier).get("accountId").asString()).isEqualTo("A1");
            assertThat(run("{\"asOf\": \"2026-06-30\", " + dossier + "}", "--explain")
                            .exitCode())
                    .isZero();
        });
    }

    @Trap("L12")
    @Test
    void endlessNestingIsRefusedAndTheNextLineGoesOn() {
        String deep = "{\"asOf\": \"2026-06-30\", \"account\": {\"id\": \"A1\"}, \"x\": " + "[".repeat(MUCH)
                + "]".repeat(MUCH) + "}";
        Run run = run(deep + "\n" + "[".repeat(MUCH) + "\n" + GOOD);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.lines()).hasSize(1);
        assertThat(run.errors()).contains("Line 1: ", "Line 2: ").contains("nesting");
    }

    private static String names(String value) {
        return IntStream.range(0, MUCH)
                .mapToObj(i -> "\"n" + i + "\": " + value)
                .collect(Collectors.joining(","));
    }

    private static String sections(String text) {
        return "\"plans\": [{\"id\": \"P\", \"state\": \"active\", \"sections\": {\"industry\": {\"text\": \"" + text
                + "\"}, \"projects\": {\"items\": [{\"name\": \"" + text.substring(0, text.length() / 2) + "\"}]}}}]";
    }

    private JsonNode assess(String members) {
        Run run = run("{\"asOf\": \"2026-06-30\", " + members + "}");
        assertThat(run.errors()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return mapper.readTree(run.lines().getFirst());
    }

    private static Run run(String input, String... arguments) {
        InputStream before = System.in;
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            List<String> all = new ArrayList<>(List.of("--policy", "connector-config/assessment.yaml"));
            all.addAll(List.of(arguments));
            int exitCode = new CommandLine(new AssessCommand(Map.of()))
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(errors))
                    .execute(all.toArray(String[]::new));
            return new Run(exitCode, out.toString().lines().toList(), errors.toString());
        } finally {
            System.setIn(before);
        }
    }
}
