package io.plumbline.salesforce.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A proxy that tunnels whatever host is asked for to one port of this machine, after a Basic login if it wants one. */
final class TunnellingProxy implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final AtomicReference<Runnable> beforeRefusing = new AtomicReference<>(() -> {});
    private final int target;
    private final Optional<String> authorization;

    /** @param authorization what {@code Proxy-Authorization} has to be; empty when everybody may pass */
    TunnellingProxy(int target, Optional<String> authorization) throws IOException {
        this.target = target;
        this.authorization = authorization;
        threads.execute(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** What was asked of it, head by head. */
    List<String> heads() {
        return heads;
    }

    /** Done once, before somebody is told for the first time that a login is wanted. */
    void beforeRefusingFirst(Runnable work) {
        beforeRefusing.set(work);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            while (true) {
                String head = head(client.getInputStream());
                if (head.isEmpty()) {
                    return;
                }
                heads.add(head);
                if (authorization.isPresent() && !head.contains("Proxy-Authorization: " + authorization.get())) {
                    beforeRefusing.getAndSet(() -> {}).run();
                    say(
                            client,
                            "HTTP/1.1 407 Proxy Authentication Required\r\n"
                                    + "Proxy-Authenticate: Basic realm=\"door\"\r\nContent-Length: 0\r\n\r\n");
                } else if (head.toUpperCase(Locale.ROOT).startsWith("CONNECT ")) {
                    tunnel(client);
                    return;
                } else {
                    say(client, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                }
            }
        } catch (IOException gone) {
            // Whoever asked hears of it.
        }
    }

    private void tunnel(Socket client) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            say(client, "HTTP/1.1 200 Connection established\r\n\r\n");
            threads.execute(() -> copy(server, client));
            copy(client, server);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException gone) {
            // The other direction ends, too.
        }
    }

    private static void say(Socket client, String words) throws IOException {
        client.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int next = in.read();
        while (next >= 0) {
            head.append((char) next);
            if (head.toString().endsWith("\r\n\r\n")) {
                return head.toString();
            }
            next = in.read();
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
