package io.plumbline.salesforce.bulk;

import io.plumbline.salesforce.http.ShortJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call to the asynchronous API, to be made any number of times with the same bytes (trap A9).
 *
 * @param path from the root of the instance
 * @param body in parts; empty for none
 * @param changesNothing whether it may be made again after any failure to get an answer
 */
record BulkCall(
        String method,
        String path,
        List<byte[]> body,
        String accept,
        Optional<String> contentType,
        boolean changesNothing) {

    private static final String AS_JSON = "application/json";
    private static final String AS_CSV = "text/csv";

    BulkCall {
        body = List.copyOf(body);
    }

    static BulkCall get(String path) {
        return new BulkCall("GET", path, List.of(), AS_JSON, Optional.empty(), true);
    }

    static BulkCall rows(String path) {
        return new BulkCall("GET", path, List.of(), AS_CSV, Optional.empty(), true);
    }

    static BulkCall delete(String path) {
        return new BulkCall("DELETE", path, List.of(), AS_JSON, Optional.empty(), false);
    }

    static BulkCall post(String path, Map<String, String> body) {
        return json("POST", path, body, false);
    }

    static BulkCall patch(String path, Map<String, String> body) {
        return json("PATCH", path, body, false);
    }

    static BulkCall upload(String path, List<byte[]> csv) {
        return new BulkCall("PUT", path, csv, AS_JSON, Optional.of("text/csv; charset=UTF-8"), false);
    }

    /** A question that is too long for an address. */
    static BulkCall ask(String path, Map<String, Object> body) {
        return json("POST", path, body, true);
    }

    private static BulkCall json(String method, String path, Map<String, ?> body, boolean changesNothing) {
        return new BulkCall(
                method,
                path,
                List.of(ShortJson.written(body)),
                AS_JSON,
                Optional.of("application/json; charset=UTF-8"),
                changesNothing);
    }
}
