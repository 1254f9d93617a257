package io.plumbline.salesforce.http;

import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.RouteInfo.LayerType;
import org.apache.hc.client5.http.RouteInfo.TunnelType;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The connections of Apache's blocking client, and the threads that wait at them. Of that client no more is used: what it
 * would do by itself (redirects, retries, cookies, remembered logins) is not there.
 */
final class HttpWire {

    /**
     * More than can be wanted at a time, so that nobody waits for a connection: the lanes of an org let through fewer calls, and
     * Salesforce itself runs 25 long ones.
     */
    private static final int CONNECTIONS = 100;

    /** As long as the JDK's own client keeps a connection, or a thread, that nobody uses. */
    static final TimeValue KEPT = TimeValue.ofSeconds(30);

    /** A connection that rested longer is looked at before a request goes into it: its server may have closed it. */
    private static final TimeValue TRUSTED = TimeValue.ofMilliseconds(250);

    private static final Http1Config BOUNDS = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(32 * 1024)
            .setBufferSize(8 * 1024)
            .build();

    private final PoolingHttpClientConnectionManager connections;
    private final Executor threads;
    private final @Nullable HttpProxy proxy;

    /** @param trust asked with the first connection that wants TLS */
    HttpWire(Deadlines deadlines, @Nullable HttpProxy proxy, Callable<SSLContext> trust) {
        Timeout connect = Timeout.of(deadlines.connect());
        this.proxy = proxy;
        this.connections = PoolingHttpClientConnectionManagerBuilder.create()
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
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, KEPT.getDuration(), KEPT.getTimeUnit(), new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "salesforce-http");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Does it on a thread of its own. */
    void start(Runnable work) {
        threads.execute(work);
    }

    /** A line that leads there, not connected yet. */
    Line line(URI address) {
        connections.closeIdle(KEPT);
        boolean safe = "https".equalsIgnoreCase(address.getScheme());
        int usual = safe ? 443 : 80;
        HttpHost target =
                new HttpHost(address.getScheme(), address.getHost(), address.getPort() < 0 ? usual : address.getPort());
        if (proxy == null || TrustedHosts.isLoopback(address)) {
            return new Line(connections, new HttpRoute(target, null, safe), null);
        }
        return new Line(
                connections,
                new HttpRoute(
                        target,
                        null,
                        proxy.address(),
                        safe,
                        TunnelType.TUNNELLED,
                        safe ? LayerType.LAYERED : LayerType.PLAIN),
                proxy);
    }
}
