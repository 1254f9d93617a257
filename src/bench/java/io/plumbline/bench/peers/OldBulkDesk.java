package io.plumbline.bench.peers;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The first Bulk API, which is the one that WSC speaks: one job of one batch, done at the first look. */
final class OldBulkDesk {

    private static final String NAMESPACE = " xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"";

    private final Pages pages;
    private final LeanOrg.Settings settings;

    OldBulkDesk(Pages pages, LeanOrg.Settings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    void answer(HttpExchange exchange, String path, byte[] asked) throws IOException {
        if (path.matches(".*/result/\\d+")) {
            int page = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
            LeanOrg.send(exchange, "text/csv", pages.csv(settings.rows, page), true);
            return;
        }
        String answer;
        if (path.endsWith("/result")) {
            StringBuilder list = new StringBuilder("<result-list" + NAMESPACE + ">");
            for (int page = 0; page < Pages.count(settings.rows, Pages.ROWS_OF_BULK); page++) {
                list.append("<result>").append(page).append("</result>");
            }
            answer = list + "</result-list>";
        } else if (path.contains("/batch")) {
            answer = "<batchInfo" + NAMESPACE + "><id>751000000000001</id><jobId>750000000000001</jobId>"
                    + "<state>Completed</state><numberRecordsProcessed>" + settings.rows
                    + "</numberRecordsProcessed></batchInfo>";
        } else {
            answer = "<jobInfo" + NAMESPACE + "><id>750000000000001</id><operation>query</operation>"
                    + "<object>Opportunity</object><state>Open</state><contentType>CSV</contentType></jobInfo>";
        }
        LeanOrg.send(exchange, "application/xml", answer.getBytes(StandardCharsets.UTF_8), false);
    }
}
