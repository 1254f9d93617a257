package io.plumbline.salesforce.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * The proxy between this machine and Salesforce. Its login reaches the proxy and nobody else: it is an answer to the proxy's
 * own question before the tunnel stands, never a header of a request, which a tunnel would hand to Salesforce
 * (trap L13). This machine itself is reached without it.
 *
 * @param login empty when the proxy asks for none
 */
public record HttpProxy(String host, int port, @Nullable Login login) {

    /** A user name and password, which never show themselves (trap L1). */
    public record Login(String user, String password) {

        private String basic() {
            byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(both);
        }

        @Override
        public String toString() {
            return "(login)";
        }
    }

    HttpHost address() {
        return new HttpHost(host, port);
    }

    /** What it is told when it asks who is there; empty when it does not ask, or asks for what nobody knows. */
    Optional<String> login(HttpResponse answer) {
        boolean asks = answer.getCode() == 407
                && Arrays.stream(answer.getHeaders(HttpHeaders.PROXY_AUTHENTICATE))
                        .anyMatch(way -> way.getValue().toLowerCase(Locale.ROOT).startsWith("basic"));
        return Optional.ofNullable(login).filter(known -> asks).map(Login::basic);
    }
}
