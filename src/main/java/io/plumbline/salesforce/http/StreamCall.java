package io.plumbline.salesforce.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A request whose answer is read while it arrives.
 *
 * @param body sent as it is, part by part; empty for none
 * @param longest most bytes of the answer, inflated (trap L3)
 * @param total how long the whole exchange may take
 */
public record StreamCall(
        String method, URI address, Map<String, String> headers, List<byte[]> body, long longest, Duration total) {

    public StreamCall {
        headers = Map.copyOf(headers);
        body = List.copyOf(body);
    }

    /** What is asked, without headers, which hold the session. */
    @Override
    public String toString() {
        return method + " " + address;
    }
}
