package io.plumbline.salesforce.bulk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static io.plumbline.salesforce.bulk.StubBulk.A;
import static io.plumbline.salesforce.bulk.StubBulk.B;
import static io.plumbline.salesforce.bulk.StubBulk.C;
import static io.plumbline.salesforce.bulk.StubBulk.JOB;
import static io.plumbline.salesforce.bulk.StubBulk.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.StreamRequest;
import io.plumbline.salesforce.StreamResult;
import io.plumbline.salesforce.WriteGuard;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.salesforce.call.WriteBatch;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.testing.Trap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that only a broken or a clever server gives. */
class OddAnswersTest {

    private static final String HEADER = "\"Id\",\"Name\"\n";

    private final StubBulk stub = new StubBulk();
    private final BulkSettings settings = BulkSettings.standard().withAttempts(1);
    private final Gathered gathered = new Gathered();

    @AfterEach
    void stop() {
        stub.close();
    }

    /** The end is the word, nothing, or no header at all. */
    @Trap("D1")
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"null", "", "NULL", " null "})
    void endsWhereThereIsNoFurtherPage(String end) {
        stub.counted(2).page("", csv(HEADER + row(A, "a"), 1, "MTAw")).page("MTAw", csv(HEADER + row(B, "b"), 1, end));

        assertThat(read()).isEqualTo(new StreamResult.Whole(2));

        assertThat(gathered.records).containsOnlyKeys(A, B);
        stub.org.server().verify(2, getRequestedFor(urlMatching(".*/results.*")));
    }

    @Trap("D1")
    @Test
    void refusesToGoInCircles() {
        stub.counted(2)
                .page("", csv(HEADER + row(A, "a"), 1, "one"))
                .page("one", csv(HEADER + row(B, "b"), 1, "two"))
                .page("two", csv(HEADER + row(C, "c"), 1, "one"));

        assertThatThrownBy(this::read)
                .isInstanceOf(SalesforceFailedException.class)
                .hasMessageContaining("lead back");

        assertThat(gathered.pages).noneMatch(page -> page.last());
    }

    @Trap("D4")
    @Test
    void goesByTheHeaderAndNotByTheOrder() {
        stub.counted(2)
                .page("", csv("Name,Id\nx," + A + "\n", 1, "p"))
                .page("p", csv("ID,Extra,NAME\n" + B + ",?,y\n", 1, "null"));

        read();

        assertThat(gathered.text(A, "Name")).isEqualTo("x");
        assertThat(gathered.text(B, "Name")).isEqualTo("y");
    }

    @Trap("D4")
    @ParameterizedTest
    @ValueSource(strings = {"Id\n001000000000001AAA\n", "Id,Name,Name\n001000000000001AAA,a,b\n", "Name\na\n"})
    void refusesAHeaderThatLacksAFieldOrNamesItTwice(String page) {
        stub.counted(1).page("", csv(page, 1, "null"));

        assertThatThrownBy(this::read)
                .isInstanceOf(SalesforceFailedException.class)
                .hasMessageContaining("columns");

        assertThat(gathered.pages).isEmpty();
    }

    /** Most servers repeat it; a first line that names the columns is never a record. */
    @Trap("D4")
    @Test
    void takesPagesWithAHeaderAndPagesWithoutOne() {
        stub.counted(3)
                .page("", csv(HEADER + row(A, "a"), 1, "p"))
                .page("p", csv(row(B, "b"), 1, "q"))
                .page("q", csv(HEADER + row(C, "c"), 1, "null"));

        assertThat(read()).isEqualTo(new StreamResult.Whole(3));

        assertThat(gathered.records).containsOnlyKeys(A, B, C);
        assertThat(gathered.text(B, "Name")).isEqualTo("b");
    }

    @Trap("E4")
    @Test
    void takesAMarkOfByteOrderOffEachPage() {
        stub.counted(2)
                .page("", csv("\uFEFF" + HEADER + row(A, "a"), 1, "p"))
                .page("p", csv("\uFEFF" + HEADER + row(B, "b"), 1, "null"));

        assertThat(read()).isEqualTo(new StreamResult.Whole(2));
    }

    @Trap("E2")
    @Test
    void endsLinesOneWay() {
        stub.counted(1).page("", csv(HEADER + row(A, "a\r\nb\rc\nd"), 1, "null"));

        read();

        assertThat(gathered.text(A, "Name")).isEqualTo("a\nb\nc\nd");
    }

    /** Longer than any default buffer, in a field and in a page. */
    @Trap("D10")
    @Test
    void takesACellOfAnyLengthThatSalesforceHas() {
        String longest = "\uD83D\uDE00,\"".repeat(131_073 / 4);
        stub.counted(2).page("", csv(HEADER + row(A, longest.replace("\"", "\"\"")) + row(B, "b"), 2, "null"));

        read();

        assertThat(gathered.text(A, "Name")).isEqualTo(longest);
    }

    @Trap("D10")
    @Test
    void takesMoreRowsThanAnyDefault() {
        StringBuilder page = new StringBuilder(HEADER);
        for (int i = 0; i < 10_002; i++) {
            page.append(row(RecordId.of("0010000%08d".formatted(i)).value(), "n" + i));
        }
        stub.counted(10_002).page("", csv(page.toString(), 10_002, "null"));

        assertThat(read()).isEqualTo(new StreamResult.Whole(10_002));

        assertThat(gathered.records).hasSize(10_002);
        assertThat(gathered.pages)
                .hasSizeGreaterThan(5)
                .allMatch(some -> some.records().size() <= 2000);
    }

    /** Promised by the page, or by the job: what arrives has to be as many. */
    @Trap({"B7", "D2", "D9"})
    @ParameterizedTest
    @MethodSource
    void refusesAnAnswerThatIsNotAsManyRowsAsWerePromised(long byJob, String byPage, int arrived) {
        StringBuilder page = new StringBuilder(HEADER);
        for (int i = 0; i < arrived; i++) {
            page.append(row(RecordId.of("0010000%08d".formatted(i)).value(), "n"));
        }
        stub.counted(byJob).page("", csv(page.toString(), byPage, "null"));

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        SalesforceFailedException.class,
                        e -> assertThat(e.failure()).isInstanceOf(SalesforceFailure.UnexpectedAnswer.class));
        assertThat(gathered.pages).noneMatch(some -> some.last());
    }

    static Stream<Arguments> refusesAnAnswerThatIsNotAsManyRowsAsWerePromised() {
        return Stream.of(
                Arguments.of(7, "0", 0),
                Arguments.of(7, "7", 0),
                Arguments.of(7, "7", 6),
                Arguments.of(7, "7", 8),
                Arguments.of(8, "7", 7),
                Arguments.of(6, "7", 7));
    }

    @Trap("D9")
    @Test
    void countsEachPageWhereTheJobDoesNotSayHowManyRowsThereAre() {
        stub.status("{\"id\": \"" + JOB + "\", \"state\": \"JobComplete\"}")
                .page("", csv(HEADER + row(A, "a"), 2, "null"));

        assertThatThrownBy(this::read)
                .isInstanceOf(SalesforceFailedException.class)
                .hasMessageContaining("2 rows");
    }

    /** A page that comes short once is fetched again; its rows count once. */
    @Trap("D9")
    @Test
    void fetchesAPageAgainThatCameShort() {
        stub.counted(2).page("", csv(HEADER + row(A, "a") + row(B, "b"), 2, "null"));
        stub.org
                .server()
                .stubFor(get(urlMatching(".*/results"))
                        .inScenario("short")
                        .whenScenarioStateIs("Started")
                        .willSetStateTo("whole")
                        .willReturn(csv(HEADER + row(A, "a"), 2, "null")));

        assertThat(stub.transport(settings.withAttempts(2))
                        .read(StreamRequest.of(Transports.query("Account", "Name")), StubBulk::account, gathered))
                .isEqualTo(new StreamResult.Whole(2));
        assertThat(gathered.records).containsOnlyKeys(A, B);
    }

    /** Nothing is gathered first: what came before a page broke off was handed on, but never as the end. */
    @Trap("D11")
    @Test
    void handsRowsOnWhileTheirPageArrives() {
        StringBuilder page = new StringBuilder(HEADER);
        for (int i = 0; i < 10_000; i++) {
            page.append(row(RecordId.of("0010000%08d".formatted(i)).value(), "n" + i));
        }
        byte[] whole = gzip(page.toString());
        stub.counted(10_000)
                .page(
                        "",
                        aResponse()
                                .withStatus(200)
                                .withHeader("Content-Encoding", "gzip")
                                .withBody(Arrays.copyOf(whole, whole.length * 9 / 10)));

        assertThatThrownBy(this::read).isInstanceOf(SalesforceFailedException.class);

        assertThat(gathered.records).hasSizeGreaterThan(4_000);
        assertThat(gathered.pages).noneMatch(some -> some.last());
    }

    /** An order would keep the org from splitting the work; so none is asked for, and none is relied on. */
    @Trap("D3")
    @Test
    void asksForNoOrderAndMovesOnAtTheEndOfAPageOnly() {
        stub.counted(3)
                .page("", csv(HEADER + row(C, "c") + row(A, "a"), 2, "p"))
                .page("p", csv(HEADER + row(B, "b"), 1, "null"));

        stub.transport(settings.withRowsAtOnce(1))
                .read(StreamRequest.of(Transports.query("Account", "Name")), StubBulk::account, gathered);

        assertThat(stub.org
                        .server()
                        .findAll(postRequestedFor(urlMatching(".*/jobs/query")))
                        .get(0)
                        .getBodyAsString())
                .doesNotContain("ORDER BY");
        assertThat(gathered.pages.stream().map(some -> some.next().rows())).containsExactly(0L, 2L, 3L);
        assertThat(gathered.records).containsOnlyKeys(C, A, B);
    }

    @Trap("J10")
    @Test
    void followsNoRedirectToAnotherHost() {
        stub.counted(1).page("", aResponse().withStatus(302).withHeader("Location", "http://127.0.0.1:1/stolen"));

        assertThatThrownBy(this::read)
                .isInstanceOf(SalesforceFailedException.class)
                .hasMessageContaining("redirects");
    }

    @Trap("E11")
    @Test
    void takesTypesFromTheDescriptionAndNotFromTheLooks() {
        stub.counted(2)
                .page(
                        "",
                        csv(
                                "Id,Name,Amount__c,Day__c,Moment__c,Flag__c\n" + A
                                        + ",007,1e5,2024-03-31,2024-03-31T01:02:03.456+0000,true\n" + B
                                        + ",true,-0.10,,2024-02-29T00:00:00.000Z,false\n",
                                2,
                                "null"));

        stub.transport(settings)
                .read(
                        StreamRequest.of(
                                Transports.query("Account", "Name", "Amount__c", "Day__c", "Moment__c", "Flag__c")),
                        StubBulk::account,
                        gathered);

        assertThat(gathered.records.get(A).fields().get(FieldName.of("Name"))).isEqualTo(FieldValue.text("007"));
        assertThat(gathered.records.get(A).fields().get(FieldName.of("Amount__c")))
                .isEqualTo(FieldValue.number(100_000));
        assertThat(gathered.text(A, "Moment__c")).isEqualTo("2024-03-31T01:02:03.456Z");
        assertThat(gathered.records.get(B).fields().get(FieldName.of("Name"))).isEqualTo(FieldValue.text("true"));
        assertThat(gathered.records.get(B).fields().get(FieldName.of("Day__c"))).isEqualTo(FieldValue.EMPTY);
    }

    @Test
    void namesTheFieldThatCannotBeRead() {
        stub.counted(1).page("", csv("Id,Amount__c\n" + A + ",many\n", 1, "null"));

        assertThatThrownBy(() -> stub.transport(settings)
                        .read(StreamRequest.of(Transports.query("Account", "Amount__c")), StubBulk::account, gathered))
                .isInstanceOf(SalesforceFailedException.class)
                .hasMessageContainingAll("Amount__c", A, "many");
    }

    /** 20 kB on the wire that would be 20 MB: what is read of it is bounded after inflating. */
    @Trap("L3")
    @Test
    void stopsInflatingWhereNoPageCanBeLonger() {
        stub.counted(1)
                .page(
                        "",
                        aResponse()
                                .withStatus(200)
                                .withHeader("Content-Encoding", "gzip")
                                .withHeader("Sforce-NumberOfRecords", "1")
                                .withBody(gzip(HEADER + A + ",\"" + "x".repeat(20_000_000))));

        assertThatThrownBy(() -> stub.transport(settings.withLongestPage(1_000_000))
                        .read(StreamRequest.of(Transports.query("Account", "Name")), StubBulk::account, gathered))
                .isInstanceOf(SalesforceFailedException.class)
                .hasMessageContaining("1000000 bytes");
    }

    @Trap("D9")
    @Test
    void noticesAGzipThatIsCut() {
        byte[] whole = gzip(HEADER + row(A, "a") + row(B, "b"));
        for (int length = 1; length < whole.length; length += 7) {
            Gathered each = new Gathered();
            stub.counted(2)
                    .page(
                            "",
                            aResponse()
                                    .withStatus(200)
                                    .withHeader("Content-Encoding", "gzip")
                                    .withBody(Arrays.copyOf(whole, length)));

            assertThatThrownBy(() -> stub.transport(settings)
                            .read(StreamRequest.of(Transports.query("Account", "Name")), StubBulk::account, each))
                    .as("cut after %d of %d bytes", length, whole.length)
                    .isInstanceOf(SalesforceFailedException.class);
            assertThat(each.pages).noneMatch(page -> page.last());
        }
    }

    @Trap("J8")
    @Test
    void doesNotWaitForEverForTheNextPart() {
        stub.counted(2)
                .page("", csv(HEADER + row(A, "a") + row(B, "b"), 2, "null").withChunkedDribbleDelay(2, 60_000));
        Deadlines impatient = new Deadlines(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofSeconds(2));

        assertThatThrownBy(() -> Transports.on(stub.org.signIn(), settings, impatient)
                        .read(StreamRequest.of(Transports.query("Account", "Name")), StubBulk::account, gathered))
                .isInstanceOfSatisfying(
                        SalesforceFailedException.class,
                        e -> assertThat(e.failure()).isInstanceOf(SalesforceFailure.Unreachable.class));
    }

    @Test
    void tellsTheReasonOfAFailedJobInItsOwnKind() {
        stub.status("{\"id\": \"" + JOB + "\", \"state\": \"Failed\", \"errorMessage\": \"InvalidBatch :"
                + " INVALID_FIELD: No such column 'Name' on entity 'Account'\"}");

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        SalesforceFailedException.class,
                        e -> assertThat(e.failure()).isInstanceOf(SalesforceFailure.NotThere.class));
        stub.org.server().verify(1, postRequestedFor(urlMatching(".*/jobs/query")));
    }

    /** Saved, refused, not looked at, not named, named twice, and one that nobody sent. */
    @Trap("D8")
    @Test
    void givesEveryRowOneOutcomeWhateverTheResultsHold() {
        String saved = "001000000000004AAA";
        String twice = "001000000000005AAA";
        stub.ingest(
                "{\"id\": \"" + JOB + "\", \"state\": \"JobComplete\", \"numberRecordsProcessed\": 4,"
                        + " \"numberRecordsFailed\": 1}",
                "\"sf__Id\",\"sf__Created\",Id,Plumbline_Health__c\n" + result(twice, "false", twice)
                        + result("001000000000009AAA", "false", "001000000000009AAA") + result(saved, "false", saved),
                "\"sf__Id\",\"sf__Error\",Id,Plumbline_Health__c\n" + result("", "UNABLE_TO_LOCK_ROW:a: b:--", A)
                        + result("", "NEW_CODE_2031:x:Y__c --", twice),
                "Id,Plumbline_Health__c\n\"" + B + "\",\"1\"\n");

        List<WriteOutcome> outcomes = write(A, B, C, saved, twice);

        assertThat(outcomes.get(0)).isInstanceOfSatisfying(WriteOutcome.Refused.class, row -> {
            assertThat(row.code()).isEqualTo("UNABLE_TO_LOCK_ROW");
            assertThat(row.message()).isEqualTo("a: b");
        });
        assertThat(outcomes.get(1)).isInstanceOfSatisfying(WriteOutcome.Refused.class, row -> {
            assertThat(row.code()).isEqualTo("NOT_SENT");
            assertThat(row.passing()).isTrue();
        });
        assertThat(outcomes.get(2)).isInstanceOf(WriteOutcome.Unknown.class);
        assertThat(outcomes.get(3)).isEqualTo(new WriteOutcome.Saved(RecordId.of(saved), false));
        assertThat(outcomes.get(4)).isInstanceOf(WriteOutcome.Unknown.class);
    }

    /** What one line holds is what the file says of all rows: one ending, declared and kept. */
    @Trap({"E4", "E7"})
    @Test
    void uploadsLinesEndedAsDeclared() {
        stub.ingest(
                "{\"id\": \"" + JOB + "\", \"state\": \"JobComplete\"}",
                "\"sf__Id\",\"sf__Created\",Id\n" + "\"" + A + "\",\"false\",\"" + A + "\"\n",
                "\"sf__Id\",\"sf__Error\",Id\n",
                "Id\n");

        write(A, B);

        assertThat(stub.org
                        .server()
                        .findAll(postRequestedFor(urlMatching(".*/jobs/ingest")))
                        .get(0)
                        .getBodyAsString())
                .contains("\"lineEnding\":\"LF\"");
        assertThat(stub.org
                        .server()
                        .findAll(putRequestedFor(urlMatching(".*/batches")))
                        .get(0)
                        .getBody())
                .isEqualTo(("Id,Plumbline_Health__c\n" + A + ",1\n" + B + ",1\n").getBytes(StandardCharsets.UTF_8));
    }

    @Trap("L1")
    @Test
    void tellsNoTokenWhateverGoesWrong() {
        stub.counted(7).page("", csv(HEADER, 7, "null"));

        assertThatThrownBy(this::read)
                .hasMessageNotContaining("canary")
                .message()
                .doesNotContain("Bearer");
    }

    private List<WriteOutcome> write(String... ids) {
        List<RecordWrite> writes = Stream.of(ids)
                .map(id -> (RecordWrite) new RecordWrite.Update(
                        ObjectName.of("Account"),
                        RecordId.of(id),
                        Map.of(FieldName.of("Plumbline_Health__c"), FieldValue.number(1))))
                .toList();
        return stub.transport(settings)
                .write(WriteBatch.of(writes, Integer.MAX_VALUE).get(0), WriteGuard.NONE)
                .orElseThrow();
    }

    private StreamResult read() {
        return stub.transport(settings)
                .read(StreamRequest.of(Transports.query("Account", "Name")), StubBulk::account, gathered);
    }

    private static String row(String id, String name) {
        return "\"" + id + "\",\"" + name + "\"\n";
    }

    private static String result(String id, String second, String key) {
        return "\"" + id + "\",\"" + second + "\",\"" + key + "\",\"1\"\n";
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(small)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return small.toByteArray();
    }
}
