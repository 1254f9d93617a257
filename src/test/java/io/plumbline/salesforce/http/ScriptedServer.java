package io.plumbline.salesforce.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that says byte for byte what a test has it say, and keeps byte for byte what it is told. */
final class ScriptedServer implements AutoCloseable {

    /** What it does when a whole request is here. */
    interface Script {
        void answer(Request request, Socket client) throws Exception;
    }

    record Request(String head, byte[] body) {

        String line() {
            return head.lines().findFirst().orElse("");
        }

        List<String> headers() {
            return head.lines().skip(1).sorted().toList();
        }
    }

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Script script;

    ScriptedServer(Script script) throws IOException {
        this.script = script;
        threads.execute(this::accept);
    }

    URI address() {
        return URI.create("http://localhost:" + listening.getLocalPort() + "/services");
    }

    /** In the order in which they came. */
    List<Request> requests() {
        return requests;
    }

    int connections() {
        return connections.get();
    }

    static void say(Socket client, String words) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(words.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** An answer with its length. */
    static String whole(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                client.setTcpNoDelay(true);
                connections.incrementAndGet();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            String head = head(in);
            while (!head.isEmpty()) {
                Request request = new Request(head, in.readNBytes(length(head)));
                requests.add(request);
                script.answer(request, client);
                head = head(in);
            }
        } catch (Exception gone) {
            // Whoever asked hears of it.
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0) {
            head.write(next);
            String soFar = head.toString(StandardCharsets.ISO_8859_1);
            if (soFar.endsWith("\r\n\r\n")) {
                return soFar.strip();
            }
            next = in.read();
        }
        return "";
    }

    private static int length(String head) {
        return head.lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
