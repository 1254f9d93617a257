package io.plumbline.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One answer, before compression.
 *
 * @param status the HTTP status
 * @param headers the headers in the order they are sent
 * @param body the body; empty for none
 * @param delivery how the bytes reach the caller, or fail to
 */
public record Response(int status, Map<String, String> headers, byte[] body, Delivery delivery) {

    public Response {
        headers = Map.copyOf(headers);
    }

    /** An answer without a body. */
    public static Response empty(int status) {
        return new Response(status, Map.of(), new byte[0], Delivery.whole());
    }

    /** A UTF-8 text answer of the given content type. */
    public static Response text(int status, String contentType, String body) {
        return new Response(
                status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8), Delivery.whole());
    }

    /** A JSON answer, as Salesforce labels it. */
    public static Response json(int status, Object value) {
        return text(status, "application/json;charset=UTF-8", Json.write(value));
    }

    /** The same answer with one more header. */
    public Response with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body, delivery);
    }

    /** The same answer, delivered in another way. */
    public Response delivered(Delivery other) {
        return new Response(status, headers, body, other);
    }

    /** The value of a header, by its exact name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
