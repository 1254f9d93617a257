package io.plumbline.salesforce.http;

import java.time.Duration;

/**
 * How long one exchange may take (trap J8: the defaults of HTTP clients are for ever).
 *
 * @param connect until the connection stands, TLS included
 * @param firstByte from then until the answer begins
 * @param total from the start until the last byte, so that an answer that drips comes to an end, too
 */
public record Deadlines(Duration connect, Duration firstByte, Duration total) {

    /** For the token endpoint, which answers at once or not at all. */
    public static final Deadlines SIGN_IN =
            new Deadlines(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));

    /** For API calls: a query may run for two minutes before its first row. */
    public static final Deadlines CALL =
            new Deadlines(Duration.ofSeconds(10), Duration.ofMinutes(4), Duration.ofMinutes(5));
}
