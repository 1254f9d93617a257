package io.plumbline.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.bench.peers.OneContestant.Taken;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A result that is several times as large as all the memory there is. */
class LargeResultTest {

    /** 350 bytes each in CSV, 50,000 to a page: 87 MB, in pages of 17. */
    private static final int ROWS = 250_000;

    private static final List<String> SMALL_HEAP = List.of("-Xmx24m", "-XX:+UseSerialGC");

    @Trap("D11")
    @Test
    void isReadWithinAHeapThatOnePageWouldFill() throws IOException, InterruptedException {
        try (OwnJvm server = new OwnJvm(List.of("-Xmx512m"), LeanOrg.class)) {
            String port = server.line();
            prepare(port);
            String rows = Integer.toString(ROWS);

            try (OwnJvm reader =
                    new OwnJvm(SMALL_HEAP, OneContestant.class, "Plumbline, Bulk 2.0, typed", port, rows, "no file")) {
                assertThat(Taken.of(reader.line()).rows()).isEqualTo(ROWS);
            }
        }
    }

    private static void prepare(String port) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI control = URI.create("http://localhost:" + port + "/control?rows=" + ROWS + "&delay=0");
            client.send(HttpRequest.newBuilder(control).build(), HttpResponse.BodyHandlers.discarding());
        }
    }
}
