package io.plumbline.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipException;

/** An HTTP server that listens on the loopback interface only, one virtual thread a request. */
public final class LoopbackServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService executor;

    private LoopbackServer(HttpServer server, ExecutorService executor) {
        this.server = server;
        this.executor = executor;
    }

    /**
     * Takes a port, without answering yet.
     *
     * @param port the port, or 0 for any free one
     * @throws IOException when the port is taken
     */
    public static LoopbackServer bind(int port) throws IOException {
        // Without it the JDK's server waits some 40 ms for an acknowledgement between head and body of an answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(executor);
        return new LoopbackServer(server, executor);
    }

    /** Starts to answer; called once. */
    public void serve(Handler handler) {
        server.createContext("/", exchange -> serve(exchange, handler));
        server.start();
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private static void serve(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            Response response;
            try {
                response = handler.answer(Wire.read(exchange));
            } catch (TooLargeException tooLarge) {
                response = Response.text(413, "text/plain", "request too large");
            } catch (ZipException malformed) {
                response = Response.text(400, "text/plain", "the body is not what its Content-Encoding says");
            } catch (RuntimeException bug) {
                System.getLogger(LoopbackServer.class.getName())
                        .log(
                                System.Logger.Level.ERROR,
                                "the sandbox failed to answer " + exchange.getRequestURI(),
                                bug);
                response = Response.text(500, "text/plain", "the sandbox failed: " + bug);
            }
            Wire.write(exchange, response);
        }
    }
}
