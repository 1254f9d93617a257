package io.plumbline.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Gives query jobs whose pages were made beforehand, so that it costs next to nothing itself. */
final class LeanBulkServer {

    private static final String JOB = "750000000000001AAA";

    private final int pages;
    private final int rowsAPage;
    private final byte[] page;

    private LeanBulkServer(int rows, int rowsAPage) {
        this.rowsAPage = rowsAPage;
        this.pages = Math.max(1, rows / rowsAPage);
        this.page = OpportunityCsv.page(rowsAPage, 42);
    }

    /** @param args rows, and rows a page; prints the port when it is ready, and ends with its input */
    public static void main(String[] args) throws IOException {
        LeanBulkServer lean = new LeanBulkServer(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", lean::answer);
        server.start();
        System.out.println(server.getAddress().getPort());
        while (System.in.read() >= 0) {
            // Somebody still wants it.
        }
        System.exit(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/token")) {
            String here = "http://localhost:" + exchange.getLocalAddress().getPort();
            json(
                    exchange,
                    "{\"access_token\":\"t\",\"instance_url\":\"" + here
                            + "\",\"token_type\":\"Bearer\",\"issued_at\":\"1\","
                            + "\"id\":\"https://login.salesforce.com/id/00D5e000000PLMBEA4/0055e000000USERAAK\","
                            + "\"scope\":\"api\"}");
        } else if (path.endsWith("/results")) {
            results(exchange);
        } else {
            json(
                    exchange,
                    "{\"id\":\"" + JOB + "\",\"state\":\"JobComplete\",\"numberRecordsProcessed\":"
                            + (long) pages * rowsAPage + "}");
        }
    }

    private void results(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        int number = query == null ? 0 : Integer.parseInt(query.replaceAll(".*locator=(\\d+).*", "$1"));
        exchange.getResponseHeaders().set("Content-Type", "text/csv");
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.getResponseHeaders().set("Sforce-NumberOfRecords", Integer.toString(rowsAPage));
        exchange.getResponseHeaders().set("Sforce-Locator", number + 1 < pages ? Integer.toString(number + 1) : "null");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    private static void json(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
