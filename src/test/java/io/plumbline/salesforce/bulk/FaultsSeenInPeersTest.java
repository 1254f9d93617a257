package io.plumbline.salesforce.bulk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.plumbline.salesforce.bulk.StubBulk.A;
import static io.plumbline.salesforce.bulk.StubBulk.B;
import static io.plumbline.salesforce.bulk.StubBulk.JOB;
import static io.plumbline.salesforce.bulk.StubBulk.csv;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.StreamRequest;
import io.plumbline.salesforce.StreamResult;
import io.plumbline.salesforce.WriteGuard;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.salesforce.call.WriteBatch;
import io.plumbline.testing.Trap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What three well-known clients were seen to get wrong, each with an answer that is quite usual. */
class FaultsSeenInPeersTest {

    private static final String HEADER = "\"Id\",\"Name\"\n";

    private final StubBulk stub = new StubBulk();
    private final BulkSettings settings = BulkSettings.standard().withAttempts(1);
    private final Gathered gathered = new Gathered();

    @AfterEach
    void stop() {
        stub.close();
    }

    /**
     * One gave the header of each further page as a record with the Id "Id", and stopped as many rows before the end. No count
     * helps here to notice it: the job tells none, and the pages tell as many as there are lines.
     */
    @Trap("D4")
    @Test
    void aHeaderOnEveryPage() {
        stub.status("{\"id\": \"" + JOB + "\", \"state\": \"JobComplete\"}");
        int pages = 20;
        for (int page = 0; page < pages; page++) {
            String rows = row(id(2 * page), "a" + page) + row(id(2 * page + 1), "b" + page);
            String next = page == pages - 1 ? "null" : "p" + (page + 1);
            stub.page(page == 0 ? "" : "p" + page, csv(HEADER + rows, "", next));
        }

        assertThat(read()).isEqualTo(new StreamResult.Whole(2 * pages));

        assertThat(gathered.records).hasSize(2 * pages).doesNotContainKey("Id");
        assertThat(gathered.pages.stream()
                        .mapToInt(some -> some.records().size())
                        .sum())
                .isEqualTo(2 * pages);
        assertThat(gathered.pages.getLast().last()).isTrue();
        assertThat(gathered.text(id(39), "Name")).isEqualTo("b19");
    }

    /** One hung for ever on 4.5 MB in gzip that are 17 MB of text, more than its HTTP library buffers by itself. */
    @Trap("D10")
    @Test
    void aPageLargerThanAnyDefaultBuffer() {
        Random random = new Random(20261122);
        StringBuilder page = new StringBuilder(HEADER);
        for (int i = 0; i < 1_000; i++) {
            page.append(row(id(i), letters(random, 6_000) + "prose ".repeat(2_000) + i));
        }
        byte[] small = gzip(page.toString());
        assertThat(small.length).isGreaterThan(4_500_000);
        assertThat(page.length()).isGreaterThan(17_000_000);
        stub.counted(1_000)
                .page(
                        "",
                        aResponse()
                                .withStatus(200)
                                .withHeader("Content-Encoding", "gzip")
                                .withHeader("Sforce-NumberOfRecords", "1000")
                                .withBody(small));

        assertThat(read()).isEqualTo(new StreamResult.Whole(1_000));

        assertThat(gathered.records).hasSize(1_000);
        assertThat(gathered.text(id(999), "Name")).endsWith(" prose 999");
    }

    /** One reported nothing written after a full success: it fetches results of jobs alone that it saw at work. */
    @Trap("D8")
    @Test
    void anUpdateThatIsCompleteAtTheFirstLook() {
        stub.ingest(
                "{\"id\": \"" + JOB + "\", \"state\": \"JobComplete\", \"numberRecordsProcessed\": 2}",
                "\"sf__Id\",\"sf__Created\",Id,Plumbline_Health__c\n" + result(A) + result(B),
                "\"sf__Id\",\"sf__Error\",Id\n",
                "Id\n");

        assertThat(write(A, B))
                .containsExactly(
                        new WriteOutcome.Saved(RecordId.of(A), false), new WriteOutcome.Saved(RecordId.of(B), false));

        looks("ingest", 1);
    }

    /** The same of a query. */
    @Trap("D8")
    @Test
    void aQueryThatIsCompleteAtTheFirstLook() {
        stub.counted(2).page("", csv(HEADER + row(A, "a") + row(B, "b"), 2, "null"));

        assertThat(read()).isEqualTo(new StreamResult.Whole(2));

        assertThat(gathered.records).containsOnlyKeys(A, B);
        looks("query", 1);
    }

    private void looks(String kind, int times) {
        stub.org.server().verify(times, getRequestedFor(urlEqualTo("/services/data/v65.0/jobs/" + kind + "/" + JOB)));
    }

    private StreamResult read() {
        return stub.transport(settings)
                .read(StreamRequest.of(Transports.query("Account", "Name")), StubBulk::account, gathered);
    }

    private List<WriteOutcome> write(String... ids) {
        List<RecordWrite> writes = Stream.of(ids)
                .map(id -> (RecordWrite) new RecordWrite.Update(
                        ObjectName.of("Account"),
                        RecordId.of(id),
                        Map.of(FieldName.of("Plumbline_Health__c"), FieldValue.number(1))))
                .toList();
        return stub.transport(settings)
                .write(WriteBatch.of(writes, Integer.MAX_VALUE).getFirst(), WriteGuard.NONE)
                .orElseThrow();
    }

    private static String id(int number) {
        return RecordId.of("001%012d".formatted(number)).value();
    }

    private static String row(String id, String name) {
        return "\"" + id + "\",\"" + name + "\"\n";
    }

    private static String result(String id) {
        return "\"" + id + "\",\"false\",\"" + id + "\",\"1\"\n";
    }

    /** Hardly smaller in gzip. */
    private static String letters(Random random, int number) {
        StringBuilder letters = new StringBuilder(number);
        for (int i = 0; i < number; i++) {
            letters.append((char) ('0' + random.nextInt(75)));
        }
        return letters.toString();
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
