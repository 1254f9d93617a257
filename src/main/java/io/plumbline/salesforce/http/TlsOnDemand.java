package io.plumbline.salesforce.http;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * TLS 1.2 and later, set up with the first connection that wants it: reading the trust store and loading the classes cost a
 * tenth of a second that a run against this machine need not spend. The JDK itself checks the host's name.
 */
final class TlsOnDemand implements TlsSocketStrategy {

    private final Callable<SSLContext> trust;
    private @Nullable TlsSocketStrategy made;

    TlsOnDemand(Callable<SSLContext> trust) {
        this.trust = trust;
    }

    @Override
    public SSLSocket upgrade(Socket socket, String host, int port, Object tls, HttpContext context) throws IOException {
        return made().upgrade(socket, host, port, tls, context);
    }

    private synchronized TlsSocketStrategy made() throws SSLException {
        TlsSocketStrategy known = made;
        if (known == null) {
            try {
                known = new DefaultClientTlsStrategy(trust.call(), HostnameVerificationPolicy.BUILTIN, null);
            } catch (Exception e) {
                throw new SSLException("This Java's own trust store cannot be used.", e);
            }
            made = known;
        }
        return known;
    }
}
