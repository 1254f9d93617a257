package io.plumbline.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Turns exchanges of the JDK's server into our values and back, with gzip both ways. */
final class Wire {

    // Bulk API 2.0 takes 150 MB an upload, more than any other resource; counted after inflating.
    private static final int MAX_BODY = 160 * 1024 * 1024;

    private Wire() {}

    static Request read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        byte[] body;
        try (InputStream in = inflated(exchange.getRequestBody(), headers)) {
            body = in.readNBytes(MAX_BODY + 1);
        }
        if (body.length > MAX_BODY) {
            throw new TooLargeException(MAX_BODY);
        }
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        // Salesforce lets clients that cannot send PATCH post it.
        String method =
                Optional.ofNullable(Form.parse(query).get("_HttpMethod")).orElse(exchange.getRequestMethod());
        return new Request(method.toUpperCase(Locale.ROOT), pathOf(exchange.getRequestURI()), query, headers, body);
    }

    // The JDK reads what follows two slashes as a host; some clients double the first slash of a path.
    private static String pathOf(URI uri) {
        boolean doubled = uri.getScheme() == null && uri.getRawAuthority() != null;
        return doubled ? "/" + uri.getRawAuthority() + uri.getRawPath() : uri.getRawPath();
    }

    static void write(HttpExchange exchange, Response response) throws IOException {
        response.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] body = response.body();
        boolean zip = body.length > 0
                && acceptsGzip(exchange)
                && !exchange.getRequestMethod().equals("HEAD");
        if (zip) {
            body = deflate(body);
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.getResponseHeaders().set("Vary", "Accept-Encoding");
        }
        switch (response.delivery()) {
            // Closing the exchange without headers closes the connection without a byte.
            case Delivery.Nothing nothing -> {}
            case Delivery.Whole whole -> {
                exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
                if (body.length > 0) {
                    exchange.getResponseBody().write(body);
                    exchange.getResponseBody().close();
                }
            }
            case Delivery.Cut cut -> {
                exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
                OutputStream out = exchange.getResponseBody();
                out.write(body, 0, Math.min(cut.bytes(), body.length));
                out.flush();
            }
        }
    }

    private static InputStream inflated(InputStream in, Map<String, String> headers) throws IOException {
        return "gzip".equalsIgnoreCase(headers.getOrDefault("content-encoding", "")) ? new GZIPInputStream(in) : in;
    }

    private static boolean acceptsGzip(HttpExchange exchange) {
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        return accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip");
    }

    private static byte[] deflate(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }
}
