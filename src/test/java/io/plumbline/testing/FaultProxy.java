package io.plumbline.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.plumbline.sandbox.Sandbox;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * WireMock between our client and a sandbox: it hands everything on, except that one request, counted in order of
 * arrival, meets a {@link WireFault}. The client is told this address at sign-in, so nothing goes past it.
 */
public final class FaultProxy implements AutoCloseable {

    /** How long clients may wait that are to give up on an answer that stalls. */
    public static final Duration PATIENCE = Duration.ofMillis(1000);

    private final Strike strike;
    private final WireMockServer server;

    public FaultProxy() {
        this(token -> {});
    }

    /** @param issued is told each access token that passes */
    public FaultProxy(Consumer<String> issued) {
        strike = new Strike(issued);
        server = new WireMockServer(options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .gzipDisabled(true)
                .containerThreads(40)
                .extensions(strike.before(), strike.after()));
        server.start();
    }

    /** Where clients sign in and call. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Hands on to this sandbox from now on, undisturbed, and counts its requests from 1. */
    public void standBefore(Sandbox sandbox) {
        strike.none(sandbox, address().toString());
        server.resetMappings();
        server.stubFor(any(anyUrl()).willReturn(aResponse().proxiedFrom(sandbox.instanceUrl())));
    }

    /** Disturbs the n-th request from now, counted from 1. */
    public void strike(int n, WireFault fault) {
        strike.at(n, fault);
    }

    /** Nothing is disturbed from now on; what was made to wait goes on. */
    public void relent() {
        strike.relent();
    }

    /** How many requests came since the sandbox was last set. */
    public int requests() {
        return strike.seen();
    }

    /** Whether the fault that was set has happened. */
    public boolean struck() {
        return strike.happened();
    }

    @Override
    public void close() {
        strike.relent();
        server.stop();
    }
}
