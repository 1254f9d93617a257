package io.plumbline.ops.api.admission;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes a {@link Problem} where no controller was reached. */
final class Refusal {

    static final Problem NO_TOKEN = new Problem(
            "No valid token",
            "The request shows no token, or one that is forged or revoked. Whoever runs Plumbline makes a new one with"
                    + " 'plumbline token new', and a Salesforce administrator puts it into the external credential.",
            HttpStatus.UNAUTHORIZED.value());
    static final Problem TOO_OFTEN = new Problem(
            "Too many requests",
            "With this token more is asked than connector.yaml allows (requests.perMinute). Try again in a minute;"
                    + " should it be too little for so many people, whoever runs Plumbline raises it.",
            HttpStatus.TOO_MANY_REQUESTS.value());
    static final Problem TOO_LARGE = new Problem(
            "Request too large",
            "The request is larger than " + SmallBody.MOST_BYTES / 1024 + " kB, which none of this API's is. A"
                    + " Salesforce administrator looks at the flow that sent it.",
            HttpStatus.CONTENT_TOO_LARGE.value());

    private static final JsonMapper JSON = new JsonMapper();

    private Refusal() {}

    static void write(HttpServletResponse response, Problem problem) throws IOException {
        byte[] body = JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.status() == HttpStatus.UNAUTHORIZED.value()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem.status() == HttpStatus.TOO_MANY_REQUESTS.value()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
