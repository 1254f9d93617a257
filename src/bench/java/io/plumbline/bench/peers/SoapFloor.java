package io.plumbline.bench.peers;

import io.plumbline.bench.peers.Contestant.Arena;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** What nobody can do without over the Partner API: asking, and the bytes of the pages. */
final class SoapFloor {

    private static final String BEFORE = "<Envelope><Body>";
    private static final String AFTER = "</Body></Envelope>";

    private SoapFloor() {}

    static long discarded(Arena arena) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        byte[] buffer = new byte[64 * 1024];
        long pages = 0;
        String question = "<query><queryString>" + Opportunities.QUERY + "</queryString></query>";
        boolean last = false;
        while (!last) {
            HttpRequest request = HttpRequest.newBuilder(arena.server().resolve("/services/Soap/u/65.0"))
                    .header("Content-Type", "text/xml; charset=UTF-8")
                    .header("Accept-Encoding", "gzip")
                    .POST(HttpRequest.BodyPublishers.ofString(BEFORE + question + AFTER))
                    .build();
            HttpResponse<InputStream> page = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream plain = new GZIPInputStream(page.body(), 64 * 1024)) {
                // The locator stands at the beginning of a page.
                String head = new String(plain.readNBytes(1024), StandardCharsets.UTF_8);
                last = head.contains("<done>true");
                question = head.replaceAll("(?s).*(<queryLocator>\\d+</queryLocator>).*", "<queryMore>$1</queryMore>");
                while (plain.read(buffer) >= 0) {
                    // Nothing is done with it.
                }
            }
            pages++;
        }
        return Math.min(arena.rows(), pages * Pages.ROWS_OF_SOAP);
    }
}
