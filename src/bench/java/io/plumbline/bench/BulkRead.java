package io.plumbline.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.FieldDescription;
import io.plumbline.salesforce.FieldDescription.Type;
import io.plumbline.salesforce.ObjectDescription;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.StreamRequest;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.bulk.BulkSettings;
import io.plumbline.salesforce.bulk.BulkTransport;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.SalesforceHttp;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/** One reading of all pages of {@link LeanBulkServer} in a process of its own, and what it took. */
final class BulkRead {

    private static final Map<String, Type> TYPES = Map.of(
            "Amount", Type.NUMBER,
            "Probability", Type.NUMBER,
            "CloseDate", Type.DATE,
            "CreatedDate", Type.DATE_TIME,
            "SystemModstamp", Type.DATE_TIME,
            "AccountId", Type.REFERENCE,
            "OwnerId", Type.REFERENCE);

    private BulkRead() {}

    /** @param args which reading (floor, csv, typed) and the server's port; prints rows, CPU seconds, seconds, MiB */
    public static void main(String[] args) throws IOException, InterruptedException {
        URI server = URI.create("http://localhost:" + args[1]);
        long start = System.nanoTime();
        long rows = switch (args[0]) {
            case "floor" -> pages(server, false);
            case "csv" -> pages(server, true);
            case "typed" -> typed(server);
            default -> throw new IllegalArgumentException("floor, csv or typed, not " + args[0]);
        };
        double seconds = (System.nanoTime() - start) / 1e9;
        com.sun.management.OperatingSystemMXBean machine =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                Locale.ROOT,
                "%d %.2f %.2f %.0f%n",
                rows,
                machine.getProcessCpuTime() / 1e9,
                seconds,
                residentMebibytes());
    }

    private static long typed(URI server) {
        SignIn signIn = new SignIn.ClientCredentials(server, "id", "secret");
        BulkTransport bulk = new BulkTransport(
                new AccessTokens(signIn, new SalesforceHttp(Deadlines.SIGN_IN), Clock.systemUTC()),
                new SalesforceHttp(Deadlines.CALL),
                BulkSettings.standard().withPause(time -> {}),
                Clock.systemUTC());
        SoqlQuery query = new SoqlQuery(
                ObjectName.of("Opportunity"),
                OpportunityCsv.COLUMNS.stream().map(FieldName::of).toList(),
                Optional.empty(),
                Optional.empty(),
                false);
        AtomicLong rows = new AtomicLong();
        bulk.read(
                StreamRequest.of(query),
                BulkRead::description,
                page -> rows.addAndGet(page.records().size()));
        return rows.get();
    }

    private static ObjectDescription description(ObjectName object) {
        return ObjectDescription.of(
                object,
                false,
                false,
                OpportunityCsv.COLUMNS.stream()
                        .map(name -> new FieldDescription(
                                name,
                                TYPES.getOrDefault(name, Type.TEXT),
                                255,
                                16,
                                2,
                                false,
                                false,
                                true,
                                false,
                                false,
                                false,
                                List.of(),
                                Optional.empty()))
                        .toList());
    }

    /** What nobody can do without: download and inflate; and, if wanted, a parse into texts. */
    private static long pages(URI server, boolean parsed) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        byte[] buffer = new byte[64 * 1024];
        long rows = 0;
        String locator = "";
        while (!locator.equals("null")) {
            String query = locator.isEmpty() ? "" : "?locator=" + locator;
            HttpResponse<InputStream> page = client.send(
                    HttpRequest.newBuilder(server.resolve("/services/data/v65.0/jobs/query/x/results" + query))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream plain = new GZIPInputStream(page.body(), 64 * 1024)) {
                if (parsed) {
                    rows += count(plain);
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

    private static long count(InputStream plain) throws IOException {
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

    /** The most memory that the process ever had, as Linux counts it. */
    private static double residentMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
