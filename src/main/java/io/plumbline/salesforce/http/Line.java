package io.plumbline.salesforce.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.EofSensorInputStream;
import org.apache.hc.core5.http.io.EofSensorWatcher;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.http.protocol.RequestUserAgent;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** A connection while one request has it: got ready, through the proxy's tunnel where there is one, used once, and given back. */
final class Line implements EofSensorWatcher {

    /** What HTTP wants of a request, and who we are. */
    private static final HttpProcessor NEEDED =
            new DefaultHttpProcessor(new RequestContent(), new RequestTargetHost(), new RequestUserAgent("Plumbline"));

    private static final HttpRequestExecutor EXECUTOR = new HttpRequestExecutor();

    private final PoolingHttpClientConnectionManager connections;
    private final HttpRoute route;
    private final @Nullable HttpProxy proxy;
    private final HttpClientContext context = HttpClientContext.create();
    private final AtomicReference<@Nullable ConnectionEndpoint> held = new AtomicReference<>();
    private volatile boolean hungUp;
    private boolean reusable;

    /** @param proxy null for none */
    Line(PoolingHttpClientConnectionManager connections, HttpRoute route, @Nullable HttpProxy proxy) {
        this.connections = connections;
        this.route = route;
        this.proxy = proxy;
    }

    /**
     * Connects where need be, sends the request, and waits for the head of its answer.
     *
     * @param connected told once the connection stands, tunnel and TLS included, and before anything of the request is sent
     * @return the server's answer, or the proxy's when it opens no tunnel
     */
    ClassicHttpResponse send(ClassicHttpRequest request, Runnable connected) throws IOException {
        try {
            Optional<ClassicHttpResponse> refusal = ready(Optional.empty());
            if (refusal.isPresent()) {
                return refusal.get();
            }
            connected.run();
            ClassicHttpResponse answer = executed(current(), request);
            reusable = DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, answer, context);
            return answer;
        } catch (HttpException e) {
            throw new IOException(e);
        }
    }

    /** The body as it comes; once it is at its end, the connection is another's. */
    InputStream body(ClassicHttpResponse answer) throws IOException {
        HttpEntity entity = answer.getEntity();
        if (entity == null) {
            giveBack();
            return InputStream.nullInputStream();
        }
        return new EofSensorInputStream(entity.getContent(), this);
    }

    /** Ends it at once, from any thread; does nothing when it was given back. */
    void hangUp() {
        hungUp = true;
        drop();
    }

    private void drop() {
        ConnectionEndpoint endpoint = held.getAndSet(null);
        if (endpoint != null) {
            endpoint.close(CloseMode.IMMEDIATE);
            connections.release(endpoint, null, TimeValue.ZERO_MILLISECONDS);
        }
    }

    private void giveBack() {
        ConnectionEndpoint endpoint = reusable ? held.getAndSet(null) : null;
        if (endpoint != null) {
            connections.release(endpoint, null, HttpWire.KEPT);
        }
    }

    private ConnectionEndpoint leased() throws IOException {
        try {
            held.set(connections.lease("", route, Timeout.ofMinutes(1), null).get(Timeout.ofMinutes(1)));
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("no connection is free");
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        }
        if (hungUp) {
            // Whoever hung up before there was anything to close.
            drop();
        }
        return current();
    }

    private ConnectionEndpoint current() throws IOException {
        ConnectionEndpoint endpoint = held.get();
        if (endpoint == null) {
            throw new InterruptedIOException("given up");
        }
        return endpoint;
    }

    /**
     * Takes a connection that leads to the server, or makes one.
     *
     * @param login for the proxy, which asked for it
     * @return what the proxy says instead of opening a tunnel
     */
    private Optional<ClassicHttpResponse> ready(Optional<String> login) throws IOException, HttpException {
        ConnectionEndpoint endpoint = leased();
        if (endpoint.isConnected()) {
            // Through the tunnel already: what is said now, the server hears, not the proxy.
            return Optional.empty();
        }
        connections.connect(endpoint, null, context);
        return proxy == null ? Optional.empty() : tunnelled(endpoint, proxy, login);
    }

    private Optional<ClassicHttpResponse> tunnelled(ConnectionEndpoint endpoint, HttpProxy by, Optional<String> login)
            throws IOException, HttpException {
        String target = route.getTargetHost().toHostString();
        ClassicHttpRequest connect = new BasicClassicHttpRequest(Method.CONNECT, route.getTargetHost(), target);
        login.ifPresent(known -> connect.setHeader(HttpHeaders.PROXY_AUTHORIZATION, known));
        ClassicHttpResponse answer = executed(endpoint, connect);
        if (answer.getCode() >= 200 && answer.getCode() < 300) {
            if (route.isSecure()) {
                connections.upgrade(endpoint, context);
            }
            return Optional.empty();
        }
        Optional<String> wanted = by.login(answer);
        if (wanted.isEmpty()) {
            return Optional.of(answer);
        }
        if (login.isPresent()) {
            throw new ProxyRefusesException();
        }
        drop();
        return ready(wanted);
    }

    private ClassicHttpResponse executed(ConnectionEndpoint endpoint, ClassicHttpRequest request)
            throws IOException, HttpException {
        NEEDED.process(request, request.getEntity(), context);
        return endpoint.execute("", request, EXECUTOR, context);
    }

    @Override
    public boolean eofDetected(InputStream body) {
        giveBack();
        return false;
    }

    @Override
    public boolean streamClosed(InputStream body) {
        return false;
    }

    @Override
    public boolean streamAbort(InputStream body) {
        return false;
    }
}
