package io.plumbline.testing;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Gzip;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.plumbline.sandbox.Sandbox;
import io.plumbline.testing.WireFault.Kind;
import io.plumbline.testing.WireFault.Phase;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One fault on its way to one request: it falls on the request before it is handed on, or on its answer. */
final class Strike {

    private static final String PAGE = "<!DOCTYPE html><html><head><title>We are down for maintenance</title></head>"
            + "<body>Sorry for the inconvenience. We'll be back shortly.</body></html>";

    /** Twice this is longer than {@link FaultProxy#PATIENCE}, once is shorter. */
    private static final int SECOND_HALF_MILLIS = 700;

    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final Consumer<String> issued;
    private int seen;
    private int at;
    private @Nullable WireFault fault;
    private @Nullable UUID struck;
    private @Nullable Sandbox sandbox;
    private String address = "";
    private CountDownLatch released = new CountDownLatch(0);

    /** @param issued is told each access token that passes */
    Strike(Consumer<String> issued) {
        this.issued = issued;
    }

    synchronized void none(Sandbox behind, String here) {
        relent();
        sandbox = behind;
        address = here;
        seen = 0;
        struck = null;
    }

    synchronized void at(int n, WireFault what) {
        at = seen + n;
        fault = what;
        struck = null;
        released = new CountDownLatch(1);
    }

    synchronized void relent() {
        fault = null;
        released.countDown();
    }

    synchronized int seen() {
        return seen;
    }

    synchronized boolean happened() {
        return struck != null;
    }

    private synchronized @Nullable WireFault meets(ServeEvent event) {
        seen++;
        if (fault == null || seen != at) {
            return null;
        }
        struck = event.getId();
        return fault;
    }

    private synchronized @Nullable WireFault met(ServeEvent event) {
        return fault != null && event.getId().equals(struck) ? fault : null;
    }

    StubRequestFilterV2 before() {
        return new StubRequestFilterV2() {
            @Override
            public RequestFilterAction filter(Request request, ServeEvent event) {
                WireFault here = meets(event);
                if (here == null || here.phase() != Phase.BEFORE_EXECUTION) {
                    return RequestFilterAction.continueWith(request);
                }
                if (here.kind() == Kind.DEAD_SESSION) {
                    endSessions();
                    return RequestFilterAction.continueWith(request);
                }
                // The answer is what the other half makes of this one.
                return RequestFilterAction.stopWith(ResponseDefinitionBuilder.responseDefinition()
                        .withStatus(200)
                        .build());
            }

            @Override
            public String getName() {
                return "before";
            }
        };
    }

    ResponseTransformerV2 after() {
        return new ResponseTransformerV2() {
            @Override
            public Response transform(Response response, ServeEvent event) {
                Response here = seenFrom(response, event);
                WireFault fault = met(event);
                return fault == null ? here : disturbed(here, fault);
            }

            @Override
            public String getName() {
                return "after";
            }
        };
    }

    private Response disturbed(Response whole, WireFault fault) {
        boolean half = fault.phase() == Phase.MID_BODY;
        return switch (fault.kind()) {
            case RESET -> half ? broken(whole, Fault.MALFORMED_RESPONSE_CHUNK) : reset(whole);
            case CUT -> half ? cut(whole, whole.getBody().length / 2) : cut(page(200), 0);
            case STALL -> half ? halfAndThenNothing(whole) : nothing(whole);
            case PAGE_503 -> half ? cut(page(503), PAGE.length() / 2) : page(503);
            case PAGE_200 -> half ? cut(page(200), PAGE.length() / 2) : page(200);
            case DEAD_SESSION -> {
                if (fault.phase() == Phase.BEFORE_EXECUTION) {
                    yield whole;
                }
                endSessions();
                yield half ? cut(whole, whole.getBody().length / 2) : reset(whole);
            }
        };
    }

    private static Response reset(Response whole) {
        return broken(whole, Fault.CONNECTION_RESET_BY_PEER);
    }

    private static Response broken(Response whole, Fault fault) {
        return Response.Builder.like(whole).but().fault(fault).build();
    }

    private static Response page(int status) {
        return Response.response()
                .status(status)
                .headers(new HttpHeaders(
                        HttpHeader.httpHeader("Content-Type", "text/html; charset=UTF-8"),
                        HttpHeader.httpHeader("Content-Length", String.valueOf(PAGE.length()))))
                .body(PAGE)
                .build();
    }

    /** The length announced is the whole one. */
    private static Response cut(Response whole, int bytes) {
        byte[] body = whole.getBody();
        HttpHeaders headers = new HttpHeaders(whole.getHeaders().all().stream()
                        .filter(header -> !header.keyEquals("Content-Length") && !header.keyEquals("Transfer-Encoding"))
                        .toList())
                .plus(HttpHeader.httpHeader("Content-Length", String.valueOf(Math.max(body.length, bytes + 1))));
        return Response.Builder.like(whole)
                .but()
                .headers(headers)
                .body(Arrays.copyOf(body, bytes))
                .build();
    }

    private Response nothing(Response whole) {
        await();
        return reset(whole);
    }

    /** The second half comes when the client has given up. */
    private static Response halfAndThenNothing(Response whole) {
        return Response.Builder.like(whole)
                .but()
                .chunkedDribbleDelay(new ChunkedDribbleDelay(2, 2 * SECOND_HALF_MILLIS))
                .build();
    }

    private void await() {
        CountDownLatch waiting;
        synchronized (this) {
            waiting = released;
        }
        try {
            waiting.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void endSessions() {
        if (sandbox != null) {
            sandbox.levers().killSessions();
        }
    }

    /** Clients are told where to go at sign-in. */
    private Response seenFrom(Response answer, ServeEvent event) {
        if (sandbox == null || !event.getRequest().getUrl().startsWith("/services/oauth2/token")) {
            return answer;
        }
        byte[] body = answer.getBody();
        String text = new String(Gzip.isGzipped(body) ? Gzip.unGzip(body) : body, StandardCharsets.UTF_8);
        TOKEN.matcher(text).results().map(token -> token.group(1)).forEach(issued);
        HttpHeaders headers = new HttpHeaders(answer.getHeaders().all().stream()
                .filter(header -> !header.keyEquals("Content-Length") && !header.keyEquals("Content-Encoding"))
                .toList());
        return Response.Builder.like(answer)
                .but()
                .headers(headers)
                .body(text.replace(sandbox.instanceUrl(), address))
                .build();
    }
}
