package io.plumbline.salesforce.http;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proxy between this machine and Salesforce. Its login reaches the proxy and nobody else: it is given to the JDK as an
 * answer to the proxy's own question, never as a header of a request, which a tunnel would hand to Salesforce
 * (trap L13). This machine itself is reached without it.
 *
 * @param login empty when the proxy asks for none
 */
public record HttpProxy(String host, int port, @Nullable Login login) {

    /** The JDK sends no Basic login into a tunnel unless this is empty when its client is first used. */
    private static final String NOT_IN_TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

    /** A user name and password, which never show themselves (trap L1). */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "(login)";
        }
    }

    void use(HttpClient.Builder client) {
        client.proxy(new Route(InetSocketAddress.createUnresolved(host, port)));
        Login known = login;
        if (known != null) {
            System.setProperty(NOT_IN_TUNNELS, "");
            client.authenticator(new Answer(host, port, known));
        }
    }

    private static final class Route extends ProxySelector {

        private final List<Proxy> proxy;

        Route(InetSocketAddress address) {
            this.proxy = List.of(new Proxy(Proxy.Type.HTTP, address));
        }

        @Override
        public List<Proxy> select(URI uri) {
            return TrustedHosts.isLoopback(uri) ? List.of(Proxy.NO_PROXY) : proxy;
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // The call itself fails and says so.
        }
    }

    private static final class Answer extends Authenticator {

        private final String host;
        private final int port;
        private final Login login;

        Answer(String host, int port, Login login) {
            this.host = host;
            this.port = port;
            this.login = login;
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            boolean ourProxyAsks = getRequestorType() == RequestorType.PROXY
                    && host.equalsIgnoreCase(getRequestingHost())
                    && port == getRequestingPort();
            return ourProxyAsks
                    ? new PasswordAuthentication(login.user(), login.password().toCharArray())
                    : null;
        }
    }
}
