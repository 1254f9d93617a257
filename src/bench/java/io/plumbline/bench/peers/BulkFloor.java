package io.plumbline.bench.peers;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.plumbline.bench.peers.Contestant.Arena;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** What nobody can do without over Bulk API 2.0: bytes, and at most a parse of them into texts. */
final class BulkFloor {

    static final String ROOT = "/services/data/v65.0/jobs/";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Arena arena;

    private BulkFloor(Arena arena) {
        this.arena = arena;
    }

    static long discarded(Arena arena) throws IOException, InterruptedException {
        return new BulkFloor(arena).pages(false);
    }

    static long intoTexts(Arena arena) throws IOException, InterruptedException {
        return new BulkFloor(arena).pages(true);
    }

    /** Sends a file that is ready, and reads what became of each row. */
    static long written(Arena arena) throws IOException, InterruptedException {
        BulkFloor floor = new BulkFloor(arena);
        String told = floor.send(floor.request("ingest").POST(BodyPublishers.ofString("{}")));
        String job = "ingest/" + told.replaceAll(".*\"id\":\"(\\w+)\".*", "$1");
        floor.send(floor.request(job + "/batches").PUT(BodyPublishers.ofFile(arena.csv())));
        floor.send(floor.request(job).method("PATCH", BodyPublishers.ofString("{\"state\":\"UploadComplete\"}")));
        floor.send(floor.request(job).GET());
        HttpResponse<InputStream> results =
                floor.open(floor.request(job + "/successfulResults").GET());
        try (InputStream plain = new GZIPInputStream(results.body(), 64 * 1024)) {
            return rows(plain);
        }
    }

    private long pages(boolean parsed) throws IOException, InterruptedException {
        send(request("query").POST(BodyPublishers.ofString("{}")));
        send(request("query/750000000000001AAA").GET());
        byte[] buffer = new byte[64 * 1024];
        long rows = 0;
        String locator = "";
        while (!locator.equals("null")) {
            String query = locator.isEmpty() ? "" : "?locator=" + locator;
            HttpResponse<InputStream> page =
                    open(request("query/750000000000001AAA/results" + query).GET());
            try (InputStream plain = new GZIPInputStream(page.body(), 64 * 1024)) {
                if (parsed) {
                    rows += rows(plain);
                } else {
                    while (plain.read(buffer) >= 0) {
                        // Nothing is done with it.
                    }
                    rows += Long.parseLong(
                            page.headers().firstValue("Sforce-NumberOfRecords").orElse("0"));
                }
            }
            locator = page.headers().firstValue("Sforce-Locator").orElse("null");
        }
        return rows;
    }

    private static long rows(InputStream plain) throws IOException {
        long cells = 0;
        long lines = -1;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(plain, StandardCharsets.UTF_8)) {
            for (CsvRecord line : csv) {
                cells += line.getFieldCount();
                lines++;
            }
        }
        return cells > 0 ? lines : 0;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(arena.server().resolve(ROOT + path));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<InputStream> open(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(
                request.header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofInputStream());
    }
}
