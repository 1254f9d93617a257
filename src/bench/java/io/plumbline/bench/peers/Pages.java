package io.plumbline.bench.peers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Pages of opportunities, made and compressed once and given out as they are. */
final class Pages {

    /** As many as the service is assumed to put on a page of a bulk result when nobody asks for a number. */
    static final int ROWS_OF_BULK = 50_000;

    static final int ROWS_OF_SOAP = 2_000;

    private record Key(boolean soap, int from, int to) {}

    private final Map<Key, byte[]> made = new ConcurrentHashMap<>();

    /** Makes all pages of so many rows, so that nobody has to wait for one later. */
    void make(int rows) {
        IntStream.range(0, count(rows, ROWS_OF_BULK)).parallel().forEach(page -> csv(rows, page));
        IntStream.range(0, count(rows, ROWS_OF_SOAP)).parallel().forEach(page -> records(rows, page));
    }

    static int count(int rows, int onPage) {
        return Math.max(1, (rows + onPage - 1) / onPage);
    }

    /** Rows as Bulk API 2.0 writes them, with a header, in gzip. */
    byte[] csv(int rows, int page) {
        return made.computeIfAbsent(key(false, rows, page, ROWS_OF_BULK), key -> {
            StringBuilder text = new StringBuilder((key.to() - key.from()) * 360);
            line(text, Opportunities.COLUMNS);
            for (int number = key.from(); number < key.to(); number++) {
                line(text, Opportunities.row(number));
            }
            return compressed(text);
        });
    }

    /** A whole answer to a query or to a question for more, in gzip. */
    byte[] records(int rows, int page) {
        boolean last = page + 1 == count(rows, ROWS_OF_SOAP);
        Key key = key(true, rows, page, ROWS_OF_SOAP);
        // The end is told on the page, so a last page is another one than the same rows in the middle.
        Key told = last ? new Key(true, key.from(), -key.to()) : key;
        return made.computeIfAbsent(told, any -> {
            StringBuilder text = new StringBuilder((key.to() - key.from()) * 820);
            SoapText.begin(text, page == 0 ? "query" : "queryMore", rows);
            text.append("<result xsi:type=\"QueryResult\"><done>").append(last).append("</done>");
            text.append(last ? "<queryLocator xsi:nil=\"true\"/>" : "<queryLocator>" + (page + 1) + "</queryLocator>");
            for (int number = key.from(); number < key.to(); number++) {
                SoapText.record(text, Opportunities.row(number));
            }
            text.append("<size>").append(rows).append("</size></result>");
            SoapText.end(text, page == 0 ? "query" : "queryMore");
            return compressed(text);
        });
    }

    private static Key key(boolean soap, int rows, int page, int onPage) {
        return new Key(soap, page * onPage, Math.min(rows, (page + 1) * onPage));
    }

    static void line(StringBuilder text, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "\"" : ",\"")
                    .append(cells.get(i).replace("\"", "\"\""))
                    .append('"');
        }
        text.append('\n');
    }

    static byte[] compressed(CharSequence text) {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(small)) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return small.toByteArray();
    }
}
