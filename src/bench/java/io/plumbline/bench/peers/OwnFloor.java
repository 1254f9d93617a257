package io.plumbline.bench.peers;

import io.plumbline.bench.peers.Contestant.Arena;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.OpenAnswer;
import io.plumbline.salesforce.http.SalesforceHttp;
import io.plumbline.salesforce.http.StreamCall;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The floors by the connections that Plumbline itself uses. F and S are made with the JDK's client, as they were where other
 * tools were measured; what is below them because that client costs more than it must shows here.
 */
final class OwnFloor {

    private static final byte[] NOTHING_OF_IT = new byte[64 * 1024];

    private final SalesforceHttp http = new SalesforceHttp(Deadlines.CALL);
    private final Arena arena;

    private OwnFloor(Arena arena) {
        this.arena = arena;
    }

    static long bulk(Arena arena) throws IOException {
        OwnFloor floor = new OwnFloor(arena);
        floor.json("POST", "query", "{}");
        floor.json("GET", "query/750000000000001AAA", "");
        long rows = 0;
        String locator = "";
        while (!locator.equals("null")) {
            String query = locator.isEmpty() ? "" : "?locator=" + locator;
            try (OpenAnswer page = floor.open("GET", "query/750000000000001AAA/results" + query, "")) {
                discard(page.body());
                rows += Long.parseLong(page.header("Sforce-NumberOfRecords").orElse("0"));
                locator = page.header("Sforce-Locator").orElse("null");
            }
        }
        return rows;
    }

    static long soap(Arena arena) throws IOException {
        OwnFloor floor = new OwnFloor(arena);
        long pages = 0;
        String question = SoapFloor.FIRST;
        boolean last = false;
        while (!last) {
            byte[] asked = SoapFloor.envelope(question).getBytes(StandardCharsets.UTF_8);
            try (InputStream plain = floor.http
                    .packed(
                            arena.server().resolve(SoapFloor.PATH),
                            Map.of("Content-Type", SoapFloor.TYPE),
                            asked,
                            false)
                    .plain()) {
                String head = new String(plain.readNBytes(SoapFloor.HEAD), StandardCharsets.UTF_8);
                last = SoapFloor.isLast(head);
                question = SoapFloor.next(head);
                discard(plain);
            }
            pages++;
        }
        return Math.min(arena.rows(), pages * Pages.ROWS_OF_SOAP);
    }

    private static void discard(InputStream plain) throws IOException {
        while (plain.read(NOTHING_OF_IT) >= 0) {
            // Nothing is done with it.
        }
    }

    private void json(String method, String path, String body) throws IOException {
        try (OpenAnswer answer = open(method, path, body)) {
            discard(answer.body());
        }
    }

    private OpenAnswer open(String method, String path, String body) throws IOException {
        return http.open(new StreamCall(
                method,
                arena.server().resolve(BulkFloor.ROOT + path),
                Map.of(),
                body.isEmpty() ? List.of() : List.of(body.getBytes(StandardCharsets.UTF_8)),
                Long.MAX_VALUE,
                Duration.ofMinutes(5)));
    }
}
