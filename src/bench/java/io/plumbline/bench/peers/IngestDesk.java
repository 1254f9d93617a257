package io.plumbline.bench.peers;

import com.sun.net.httpserver.HttpExchange;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Ingest jobs of Bulk API 2.0 that take every row. */
final class IngestDesk {

    private static final String NOTHING = "\"sf__Id\",\"sf__Error\",\"Id\"\n";

    private final AtomicInteger jobs = new AtomicInteger();
    private final Map<String, byte[]> results = new ConcurrentHashMap<>();
    private final Map<String, Integer> rows = new ConcurrentHashMap<>();

    void answer(HttpExchange exchange, String path, byte[] asked) throws IOException {
        String[] steps = path.split("/");
        String job = steps.length > 6 ? steps[6] : Opportunities.id("750", jobs.incrementAndGet());
        String last = steps[steps.length - 1];
        switch (last) {
            case "batches" -> {
                take(job, asked);
                exchange.sendResponseHeaders(201, -1);
                exchange.close();
            }
            case "successfulResults" ->
                LeanOrg.send(exchange, "text/csv", results.getOrDefault(job, new byte[0]), true);
            case "failedResults", "unprocessedrecords" ->
                LeanOrg.send(exchange, "text/csv", Pages.compressed(NOTHING), true);
            default -> {
                String state = exchange.getRequestMethod().equals("GET") ? "JobComplete" : "Open";
                String told = "{\"id\":\"" + job + "\",\"state\":\"" + state + "\",\"numberRecordsProcessed\":"
                        + rows.getOrDefault(job, 0) + ",\"numberRecordsFailed\":0}";
                LeanOrg.send(exchange, "application/json", told.getBytes(StandardCharsets.UTF_8), false);
            }
        }
    }

    private void take(String job, byte[] csv) throws IOException {
        StringBuilder saved = new StringBuilder();
        int count = -1;
        int id = 0;
        try (CsvReader<CsvRecord> lines =
                CsvReader.builder().ofCsvRecord(new ByteArrayInputStream(csv), StandardCharsets.UTF_8)) {
            for (CsvRecord line : lines) {
                List<String> cells = new ArrayList<>(line.getFields());
                if (count++ < 0) {
                    id = cells.indexOf("Id");
                    cells.addAll(0, List.of("sf__Id", "sf__Created"));
                } else {
                    cells.addAll(0, List.of(cells.get(id), "false"));
                }
                Pages.line(saved, cells);
            }
        }
        results.put(job, Pages.compressed(saved));
        rows.put(job, count);
    }
}
