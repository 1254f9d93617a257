package io.plumbline.salesforce.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * A connection that logs nothing. The library's own shows each header and byte to whoever sets one of its loggers to
 * {@code DEBUG}, and with them sessions and secrets (trap L1).
 */
final class QuietConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {

    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param bounds of a head as well, which the library's parser does not know unless it is told */
    QuietConnection(Http1Config bounds) {
        super(bounds, null, null, null, null, null, new DefaultHttpResponseParserFactory(bounds));
    }

    @Override
    public void bind(Socket socket) throws IOException {
        super.bind(opened(socket));
    }

    @Override
    public void bind(SSLSocket safe, Socket socket) throws IOException {
        super.bind(safe, opened(socket));
    }

    /** Whoever gave up while it was being opened need not see it opened. */
    private Socket opened(Socket socket) throws IOException {
        if (closed.get()) {
            socket.close();
            throw new InterruptedIOException("given up");
        }
        return socket;
    }

    @Override
    public @Nullable Socket getSocket() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            super.close();
        }
    }

    @Override
    public void close(CloseMode mode) {
        if (closed.compareAndSet(false, true)) {
            super.close(mode);
        }
    }

    @Override
    public void passivate() {
        // Its time-outs are the same for every request.
    }

    @Override
    public void activate() {
        // As above.
    }
}
