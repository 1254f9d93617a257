package io.plumbline.bench.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/**
 * As much of Salesforce as reading opportunities and writing accounts takes, in a process of its own: every page is made
 * beforehand, so that giving it costs next to nothing. {@code /control} tells what it cost all the same, and how many
 * calls were made; sign-ins are none.
 */
final class LeanOrg {

    private final AtomicLong calls = new AtomicLong();
    private final Pages pages = new Pages();
    private final Settings settings = new Settings();
    private final QueryDesk queries = new QueryDesk(pages, settings);
    private final IngestDesk ingests = new IngestDesk();
    private final OldBulkDesk oldBulk = new OldBulkDesk(pages, settings);
    private final SoapDesk soap = new SoapDesk(pages, settings);

    /** What the next contestant is to meet. */
    static final class Settings {
        volatile int rows;
        volatile int delayMillis;
    }

    private LeanOrg() {}

    /** Prints the port when it is ready, and ends with its input. */
    public static void main(String[] none) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        LeanOrg lean = new LeanOrg();
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", lean::answer);
        server.createContext("/control", lean::control);
        server.start();
        System.out.println(server.getAddress().getPort());
        while (System.in.read() >= 0) {
            // Somebody still wants it.
        }
        System.exit(0);
    }

    /** {@code ?rows=N&delay=MS} sets what the next one meets; the answer is CPU seconds and calls so far. */
    private void control(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        if (query != null) {
            for (String setting : query.split("&")) {
                int number = Integer.parseInt(setting.substring(setting.indexOf('=') + 1));
                if (setting.startsWith("rows=")) {
                    settings.rows = number;
                    pages.make(number);
                } else {
                    settings.delayMillis = number;
                }
            }
        }
        double seconds = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
        send(exchange, "text/plain", (seconds + " " + calls.get()).getBytes(StandardCharsets.UTF_8), false);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] asked = body(exchange);
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/token")) {
            send(exchange, "application/json", token(exchange), false);
            return;
        }
        calls.incrementAndGet();
        pause();
        if (path.startsWith("/services/Soap/")) {
            soap.answer(exchange, asked);
        } else if (path.startsWith("/services/async/")) {
            oldBulk.answer(exchange, path, asked);
        } else if (path.contains("/jobs/ingest")) {
            ingests.answer(exchange, path, asked);
        } else {
            queries.answer(exchange, path);
        }
    }

    private void pause() {
        try {
            Thread.sleep(settings.delayMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] token(HttpExchange exchange) {
        String here = "http://localhost:" + exchange.getLocalAddress().getPort();
        return ("{\"access_token\":\"t\",\"instance_url\":\"" + here
                        + "\",\"token_type\":\"Bearer\",\"issued_at\":\"1\","
                        + "\"id\":\"https://login.salesforce.com/id/00D5e000000PLMBEA4/0055e000000USERAAK\","
                        + "\"scope\":\"api\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        boolean gzip = "gzip".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        // WSC says gzip even where it sends nothing.
        return gzip && sent.length > 0 ? new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes() : sent;
    }

    static void send(HttpExchange exchange, String type, byte[] body, boolean gzip) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (gzip) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
