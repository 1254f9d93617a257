package io.plumbline.salesforce.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.testing.LeakWatch;
import io.plumbline.testing.Trap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exchanges that are cut, given up, late or many, over a connection of which every byte is the test's. */
@Timeout(30)
class ExchangeTest {

    private static final String BEGUN = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nbegun";
    private static final Duration LONG = Duration.ofSeconds(25);

    private final SalesforceHttp http = new SalesforceHttp(Deadlines.SIGN_IN);
    private final CountDownLatch over = new CountDownLatch(1);

    /** Nobody waits for an answer that a stop has made useless. */
    @Test
    void interruptEndsTheWaitForAnAnswerAndTheConnection() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer((request, client) -> {
            asked.countDown();
            untilHungUp(client);
        })) {
            interrupted(asked, () -> http.post(server.address(), Map.of(), new byte[0], false));
        }
    }

    @Test
    void interruptEndsTheWaitForTheRestOfABody() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer((request, client) -> {
            ScriptedServer.say(client, BEGUN);
            untilHungUp(client);
        })) {
            interrupted(begun, () -> {
                try (OpenAnswer answer = http.open(get(server.address()))) {
                    assertThat(answer.body().readNBytes(5)).asString().isEqualTo("begun");
                    begun.countDown();
                    answer.body().read();
                }
            });
        }
    }

    private interface Call {
        void make() throws IOException;
    }

    private void interrupted(CountDownLatch when, Call call) throws Exception {
        List<Throwable> heard = new ArrayList<>();
        Thread caller = new Thread(() -> {
            try {
                call.make();
            } catch (IOException e) {
                heard.add(e);
                heard.add(Thread.currentThread().isInterrupted() ? e : new IllegalStateException("forgotten"));
            }
        });
        caller.start();
        when.await();
        caller.interrupt();
        caller.join();

        assertThat(heard)
                .hasSize(2)
                .allSatisfy(e -> assertThat(e)
                        .isInstanceOfSatisfying(
                                NoAnswerException.class,
                                no -> assertThat(no.nothingSent()).isFalse())
                        .hasMessageContaining("was interrupted"));
        over.await();
    }

    /** Read to its end, a result of gigabytes would hold up whoever wanted ten rows of it. */
    @Test
    void closingAHalfReadBodyEndsTheExchangeForGood() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, client) -> {
            ScriptedServer.say(client, "HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\n");
            try {
                while (true) {
                    ScriptedServer.say(client, "x".repeat(10_000));
                }
            } catch (IOException hungUp) {
                over.countDown();
            }
        })) {
            try (OpenAnswer answer = http.open(get(server.address()))) {
                assertThat(answer.body().readNBytes(5)).asString().isEqualTo("xxxxx");
            }
            over.await();
        }
    }

    /** Each part comes in time, and all of it never would. */
    @Trap("J8")
    @Test
    void bodyThatDripsMeetsTheTotalWhileItIsRead() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, client) -> {
            ScriptedServer.say(client, BEGUN);
            drip(client);
        })) {
            StreamCall call =
                    new StreamCall("GET", server.address(), Map.of(), List.of(), 1_000_000, Duration.ofMillis(400));
            try (OpenAnswer answer = http.open(call)) {
                assertThatThrownBy(() -> answer.body().readAllBytes())
                        .isInstanceOf(NoAnswerException.class)
                        .hasMessageContaining("gave no whole answer within");
            }
            over.await();
        }
    }

    /** A head that drips keeps every read of the socket short. */
    @Trap("J8")
    @Test
    void headThatDripsMeetsTheDeadlineOfTheFirstByte() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, client) -> {
            ScriptedServer.say(client, "HTTP/1.1 200 OK\r\nX-Slow: ");
            drip(client);
        })) {
            SalesforceHttp hasty = http.within(new Deadlines(LONG, Duration.ofMillis(400), LONG));

            assertThatThrownBy(() -> hasty.post(server.address(), Map.of(), new byte[0], false))
                    .isInstanceOfSatisfying(
                            NoAnswerException.class,
                            no -> assertThat(no.nothingSent()).isFalse())
                    .hasMessageContaining("gave no whole answer within 400 ms");
            over.await();
        }
    }

    /** It takes the connection and never says a word of TLS. */
    @Trap("J8")
    @Test
    void handshakeThatNeverEndsIsNoConnection() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, client) -> untilHungUp(client))) {
            SalesforceHttp hasty = new SalesforceHttp(new Deadlines(Duration.ofMillis(400), LONG, LONG));
            URI safe = URI.create(server.address().toString().replace("http:", "https:"));

            assertThatThrownBy(() -> hasty.post(safe, Map.of(), new byte[0], false))
                    .isInstanceOfSatisfying(
                            NoAnswerException.class,
                            no -> assertThat(no.nothingSent()).isTrue())
                    .hasMessageContaining("did not accept a connection within 400 ms");
        }
    }

    /** Cut where only the length or the missing last chunk tells. */
    @Trap("D9")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 100\r\n\r\nhalf",
                "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
                "Transfer-Encoding: chunked\r\n\r\n40\r\nhalf"
            })
    void cutBodyIsNeverTakenForAWholeOne(String cut) throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, client) -> {
            ScriptedServer.say(client, "HTTP/1.1 200 OK\r\n" + cut);
            client.close();
        })) {
            assertThatThrownBy(() -> http.post(server.address(), Map.of(), new byte[0], false))
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessageContaining("broke before its answer was complete");
            try (OpenAnswer answer = http.open(get(server.address()))) {
                assertThatThrownBy(() -> answer.body().readAllBytes())
                        .isInstanceOf(NoAnswerException.class)
                        .hasMessageContaining("broke before its answer was complete");
            }
        }
    }

    /** The bounds of a head are kept before anybody keeps the head. */
    @Trap("L3")
    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void refusesAHeadWithoutEnd(int lines) throws Exception {
        String header = "X: " + "y".repeat(lines == 1 ? 100_000 : 1) + "\r\n";
        try (ScriptedServer server = new ScriptedServer((request, client) -> ScriptedServer.say(
                client, "HTTP/1.1 200 OK\r\n" + header.repeat(lines) + "Content-Length: 0\r\n\r\n"))) {
            assertThatThrownBy(() -> http.post(server.address(), Map.of(), new byte[0], false))
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessageContaining("broke before its answer was complete");
            assertThat(server.requests()).hasSize(1);
        }
    }

    /** An expired session is noticed by the upload of a job, too. */
    @Test
    void refusalAfterAnUploadIsReadWhole() throws Exception {
        String refusal = "[{\"errorCode\":\"INVALID_SESSION_ID\"}]";
        try (ScriptedServer server = new ScriptedServer((request, client) -> ScriptedServer.say(
                client,
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Token\r\nContent-Length: " + refusal.length()
                        + "\r\n\r\n" + refusal))) {
            StreamCall upload = new StreamCall(
                    "PUT",
                    server.address(),
                    Map.of("Authorization", "Bearer old"),
                    List.of(new byte[3_000_000], new byte[2_000_000]),
                    1000,
                    LONG);
            try (OpenAnswer answer = http.open(upload)) {
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.whole().text()).isEqualTo(refusal);
            }
            assertThat(server.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.body()).hasSize(5_000_000));
        }
    }

    /** The end of a gzip body comes before the end of its chunks, and the connection is free only after both. */
    @Test
    void oneConnectionServesOneAnswerAfterTheOther() throws Exception {
        byte[] small = gzip("good day");
        try (ScriptedServer server = new ScriptedServer((request, client) -> {
            ScriptedServer.say(
                    client,
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + Integer.toHexString(small.length) + "\r\n");
            client.getOutputStream().write(small);
            ScriptedServer.say(client, "\r\n");
            ScriptedServer.say(client, "0\r\n\r\n");
        })) {
            for (int call = 0; call < 20; call++) {
                try (OpenAnswer answer = http.open(get(server.address()))) {
                    assertThat(answer.whole().text()).isEqualTo("good day");
                }
                assertThat(http.post(server.address(), Map.of(), new byte[0], false)
                                .text())
                        .isEqualTo("good day");
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** A server closes what nobody uses, and says nothing; the next request must not find out by failing. */
    @Trap("F2")
    @Test
    void connectionThatItsServerClosedMeanwhileIsNotUsed() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, client) -> {
            ScriptedServer.say(client, ScriptedServer.whole("200 OK", "good day"));
            client.close();
            over.countDown();
        })) {
            http.post(server.address(), Map.of(), new byte[0], false);
            over.await();
            // As long as a connection is trusted without a look.
            assertThat(new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS)).isFalse();

            assertThat(http.post(server.address(), Map.of(), new byte[0], false).text())
                    .isEqualTo("good day");
            assertThat(server.requests()).hasSize(2);
        }
    }

    /** None of them is answered before all are there. */
    @Test
    void thirtyCallsAtATimeWaitForNoConnection() throws Exception {
        int calls = 30;
        CyclicBarrier all = new CyclicBarrier(calls);
        try (ScriptedServer server = new ScriptedServer((request, client) -> {
                    all.await();
                    ScriptedServer.say(client, ScriptedServer.whole("200 OK", "good day"));
                });
                ExecutorService callers = Executors.newFixedThreadPool(calls)) {
            List<Future<HttpAnswer>> answers = new ArrayList<>();
            for (int call = 0; call < calls; call++) {
                answers.add(callers.submit(() -> http.post(server.address(), Map.of(), new byte[0], false)));
            }
            for (Future<HttpAnswer> answer : answers) {
                assertThat(answer.get().text()).isEqualTo("good day");
            }
            assertThat(server.connections()).isEqualTo(calls);
        }
    }

    /** With every logger of every library at its loudest. */
    @Trap("L1")
    @Test
    void nothingOfARequestOrAnAnswerIsLogged() throws Exception {
        try (LeakWatch watch = new LeakWatch();
                ScriptedServer server = new ScriptedServer((request, client) -> ScriptedServer.say(
                        client,
                        "HTTP/1.1 200 OK\r\nX-Session: canary-session-in-a-header\r\nContent-Length: 22\r\n\r\n"
                                + "canary-session-in-body"))) {
            watch.guard("a request's header", "canary-bearer-of-a-request");
            watch.guard("a request's body", "canary-password-of-a-request");
            watch.guard("an answer's header", "canary-session-in-a-header");
            watch.guard("an answer's body", "canary-session-in-body");

            http.post(
                    server.address(),
                    Map.of("Authorization", "Bearer canary-bearer-of-a-request"),
                    "canary-password-of-a-request".getBytes(StandardCharsets.UTF_8),
                    false);

            watch.assertNothingFound();
        }
    }

    private void untilHungUp(Socket client) throws IOException {
        try (InputStream in = client.getInputStream()) {
            assertThat(in.read()).isNegative();
        } finally {
            over.countDown();
        }
    }

    private void drip(Socket client) throws InterruptedException {
        try {
            while (true) {
                ScriptedServer.say(client, "x");
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (IOException hungUp) {
            over.countDown();
        }
    }

    private static StreamCall get(URI address) {
        return new StreamCall("GET", address, Map.of(), List.of(), Long.MAX_VALUE, LONG);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(small)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return small.toByteArray();
    }
}
