package io.plumbline.salesforce.http;

import java.util.Arrays;
import java.util.Locale;
import org.apache.hc.client5.http.auth.AuthSchemeFactory;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.StandardAuthScheme;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.auth.BasicSchemeFactory;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
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
        @Override
        public String toString() {
            return "(login)";
        }
    }

    void use(HttpClientBuilder client) {
        client.setRoutePlanner(new Route(new HttpHost(host, port)));
        Login known = login;
        if (known != null) {
            BasicCredentialsProvider logins = new BasicCredentialsProvider();
            logins.setCredentials(
                    new AuthScope(host, port),
                    new UsernamePasswordCredentials(
                            known.user(), known.password().toCharArray()));
            client.setDefaultCredentialsProvider(logins)
                    .setDefaultAuthSchemeRegistry(RegistryBuilder.<AuthSchemeFactory>create()
                            .register(StandardAuthScheme.BASIC, BasicSchemeFactory.INSTANCE)
                            .build());
        }
    }

    /** Whether this is its answer to a login that it was given, rather than a question that cannot be answered. */
    boolean refusesLogin(HttpResponse answer) {
        return answer.getCode() == 407
                && login != null
                && Arrays.stream(answer.getHeaders(HttpHeaders.PROXY_AUTHENTICATE))
                        .anyMatch(
                                asks -> asks.getValue().toLowerCase(Locale.ROOT).startsWith("basic"));
    }

    private static final class Route extends DefaultRoutePlanner {

        private final HttpHost proxy;

        Route(HttpHost proxy) {
            super(null);
            this.proxy = proxy;
        }

        @Override
        protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
            return TrustedHosts.isLoopback(target.getHostName()) ? null : proxy;
        }
    }
}
