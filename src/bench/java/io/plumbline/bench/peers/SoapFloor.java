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

    static final String PATH = "/services/Soap/u/65.0";
    static final String TYPE = "text/xml; charset=UTF-8";
    static final String FIRST = "<query><queryString>" + Opportunities.QUERY + "</queryString></query>";

    /** The locator stands at the beginning of a page. */
    static final int HEAD = 1024;

    private SoapFloor() {}

    static long discarded(Arena arena) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        byte[] buffer = new byte[64 * 1024];
        long pages = 0;
        String question = FIRST;
        boolean last = false;
        while (!last) {
            HttpRequest request = HttpRequest.newBuilder(arena.server().resolve(PATH))
                    .header("Content-Type", TYPE)
                    .header("Accept-Encoding", "gzip")
                    .POST(HttpRequest.BodyPublishers.ofString(envelope(question)))
                    .build();
            HttpResponse<InputStream> page = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream plain = new GZIPInputStream(page.body(), 64 * 1024)) {
                String head = new String(plain.readNBytes(HEAD), StandardCharsets.UTF_8);
                last = isLast(head);
                question = next(head);
                while (plain.read(buffer) >= 0) {
                    // Nothing is done with it.
                }
            }
            pages++;
        }
        return Math.min(arena.rows(), pages * Pages.ROWS_OF_SOAP);
    }

    static String envelope(String question) {
        return "<Envelope><Body>" + question + "</Body></Envelope>";
    }

    static boolean isLast(String head) {
        return head.contains("<done>true");
    }

    static String next(String head) {
        return head.replaceAll("(?s).*(<queryLocator>\\d+</queryLocator>).*", "<queryMore>$1</queryMore>");
    }
}
