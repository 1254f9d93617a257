package io.plumbline.salesforce.http;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Apache's blocking client with everything turned off that it would do by itself: redirects, retries, cookies, remembered
 * logins, inflating, upgrades. It has no deadlines to rely on: an {@link Exchange} keeps the time.
 */
final class HttpWire {

    /**
     * More than can be wanted at a time, so that nobody waits for a connection: the lanes of an org let through fewer calls, and
     * Salesforce itself runs 25 long ones.
     */
    private static final int CONNECTIONS = 100;

    /** As long as the JDK's own client keeps a connection, or a thread, that nobody uses. */
    private static final TimeValue KEPT = TimeValue.ofSeconds(30);

    /** A connection that rested longer is looked at before a request goes into it: its server may have closed it. */
    private static final TimeValue TRUSTED = TimeValue.ofMilliseconds(250);

    private static final Http1Config BOUNDS = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(32 * 1024)
            .setBufferSize(8 * 1024)
            .build();

    private static final String CONNECTED = "plumbline.connected";

    private final CloseableHttpClient client;
    private final PoolingHttpClientConnectionManager connections;
    private final Executor threads;
    private final @Nullable HttpProxy proxy;

    /** @param trust asked with the first connection that wants TLS */
    HttpWire(Deadlines deadlines, @Nullable HttpProxy proxy, Callable<SSLContext> trust) {
        this.proxy = proxy;
        this.connections = connections(deadlines, trust);
        this.client = client(proxy);
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, KEPT.getDuration(), KEPT.getTimeUnit(), new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "salesforce-http");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Starts it on a thread of its own. */
    void start(Exchange<?> exchange) {
        threads.execute(exchange);
    }

    /**
     * Sends it and waits for the head of its answer.
     *
     * @param connected told as soon as the connection stands, and before anything of the request is sent
     * @return to be closed; closing reads what is left, unless the request was cancelled before
     */
    ClassicHttpResponse send(HttpUriRequestBase request, Runnable connected) throws IOException {
        connections.closeIdle(KEPT);
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(CONNECTED, connected);
        ClassicHttpResponse response = client.executeOpen(null, request, context);
        if (proxy != null && proxy.refusesLogin(response)) {
            response.close();
            throw new ProxyRefusesException();
        }
        return response;
    }

    private static PoolingHttpClientConnectionManager connections(Deadlines deadlines, Callable<SSLContext> trust) {
        Timeout connect = Timeout.of(deadlines.connect());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(socket -> new QuietConnection(BOUNDS))
                .setTlsSocketStrategy(new TlsOnDemand(trust))
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(connect)
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(Timeout.of(deadlines.firstByte()))
                        .setValidateAfterInactivity(TRUSTED)
                        .build())
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS)
                .build();
    }

    private CloseableHttpClient client(@Nullable HttpProxy proxy) {
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setUserAgent("Plumbline")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .disableContentCompression()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setAuthenticationEnabled(proxy != null && proxy.login() != null)
                        .setProtocolUpgradeEnabled(false)
                        .setConnectionKeepAlive(KEPT)
                        .build())
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), CONNECTED, HttpWire::connected);
        if (proxy != null) {
            proxy.use(builder);
        }
        return builder.build();
    }

    /** Between the connection, tunnel and TLS included, and the request. */
    private static ClassicHttpResponse connected(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        if (scope.clientContext.getAttribute(CONNECTED) instanceof Runnable told) {
            told.run();
        }
        ClassicHttpResponse response = chain.proceed(request, scope);
        // What comes through the tunnel is not the proxy's question: answering it would send the request again.
        response.removeHeaders(HttpHeaders.PROXY_AUTHENTICATE);
        return response;
    }
}
