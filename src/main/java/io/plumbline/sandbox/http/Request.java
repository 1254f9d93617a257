package io.plumbline.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as the sandbox sees it: body already inflated, path without doubled slashes.
 *
 * @param method the HTTP method, in upper case
 * @param path the raw path, still percent-encoded, without the query
 * @param query the raw query, empty when there is none
 * @param headers the headers, names in lower case, the first value of each
 * @param body the body after inflating
 */
public record Request(String method, String path, String query, Map<String, String> headers, byte[] body) {

    public Request {
        path = path.replaceAll("/{2,}", "/");
        headers = Map.copyOf(headers);
    }

    /** The path cut at its slashes and percent-decoded piece by piece, so that an encoded slash stays inside its piece. */
    public List<String> segments() {
        List<String> pieces = new ArrayList<>();
        for (String piece : path.split("/", -1)) {
            if (!piece.isEmpty()) {
                pieces.add(decodePath(piece));
            }
        }
        return List.copyOf(pieces);
    }

    /** The decoded value of a query parameter. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(Form.parse(query).get(name));
    }

    /** The value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The token of an {@code Authorization: Bearer} (or the older {@code OAuth}) header. */
    public Optional<String> bearerToken() {
        return header("Authorization")
                .filter(value ->
                        value.regionMatches(true, 0, "Bearer ", 0, 7) || value.regionMatches(true, 0, "OAuth ", 0, 6))
                .map(value -> value.substring(value.indexOf(' ') + 1).strip());
    }

    // A plus sign is a plus sign in a path; only in a query does it stand for a space.
    private static String decodePath(String piece) {
        try {
            return URLDecoder.decode(piece.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return piece;
        }
    }

    /** Method and path; headers and bodies carry credentials. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
