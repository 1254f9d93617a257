package io.plumbline.salesforce.http;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/**
 * Status and headers of an answer; of headers that came more than once, the first.
 *
 * @param headers by name, in whatever case
 */
record Head(int status, Map<String, String> headers) {

    static Head of(HttpResponse response) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName(), header.getValue() == null ? "" : header.getValue());
        }
        return new Head(response.getCode(), headers);
    }

    boolean successful() {
        return status >= 200 && status < 300;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    boolean gzip() {
        return header("Content-Encoding").filter("gzip"::equalsIgnoreCase).isPresent();
    }

    /** What the headers hold is nobody's business (trap L1). */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
