package io.plumbline.bench.peers;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Query jobs of Bulk API 2.0, each done at the first look. */
final class QueryDesk {

    private static final String JOB = "750000000000001AAA";

    private final Pages pages;
    private final LeanOrg.Settings settings;

    QueryDesk(Pages pages, LeanOrg.Settings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    void answer(HttpExchange exchange, String path) throws IOException {
        int rows = settings.rows;
        if (!path.endsWith("/results")) {
            String job = "{\"id\":\"" + JOB + "\",\"state\":\"JobComplete\",\"numberRecordsProcessed\":" + rows + "}";
            LeanOrg.send(exchange, "application/json", job.getBytes(StandardCharsets.UTF_8), false);
            return;
        }
        String query = exchange.getRequestURI().getQuery();
        int page = query == null ? 0 : Integer.parseInt(query.replaceAll(".*locator=(\\d+).*", "$1"));
        int last = Pages.count(rows, Pages.ROWS_OF_BULK) - 1;
        int onPage = Math.min(rows - page * Pages.ROWS_OF_BULK, Pages.ROWS_OF_BULK);
        exchange.getResponseHeaders().set("Sforce-NumberOfRecords", Integer.toString(onPage));
        exchange.getResponseHeaders().set("Sforce-Locator", page < last ? Integer.toString(page + 1) : "null");
        LeanOrg.send(exchange, "text/csv", pages.csv(rows, page), true);
    }
}
