package io.plumbline.sandbox;

import io.plumbline.sandbox.bulk.AsynchronousDoor;
import io.plumbline.sandbox.bulk.BulkDoor;
import io.plumbline.sandbox.control.ApiMeter;
import io.plumbline.sandbox.control.BulkPace;
import io.plumbline.sandbox.control.ControlDoor;
import io.plumbline.sandbox.control.Faults;
import io.plumbline.sandbox.control.Journal;
import io.plumbline.sandbox.control.Levers;
import io.plumbline.sandbox.gate.Callers;
import io.plumbline.sandbox.gate.Cursors;
import io.plumbline.sandbox.gate.Door;
import io.plumbline.sandbox.gate.Gate;
import io.plumbline.sandbox.gate.SignInDoor;
import io.plumbline.sandbox.gate.Writes;
import io.plumbline.sandbox.http.LoopbackServer;
import io.plumbline.sandbox.http.Request;
import io.plumbline.sandbox.oauth.ConnectedApp;
import io.plumbline.sandbox.oauth.OrgAddress;
import io.plumbline.sandbox.oauth.OrgUser;
import io.plumbline.sandbox.oauth.Sessions;
import io.plumbline.sandbox.oauth.SignInRules;
import io.plumbline.sandbox.oauth.TokenEndpoint;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.VirtualClock;
import io.plumbline.sandbox.record.sight.Caller;
import io.plumbline.sandbox.rest.RestDialect;
import io.plumbline.sandbox.rest.RestDoor;
import io.plumbline.sandbox.soap.SoapDoor;
import io.plumbline.sandbox.soql.Soql;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A running sandbox: one org behind Salesforce's protocols on the loopback interface.
 *
 * <p>Clients are given {@link #instanceUrl()} and a token or credentials and need no other hint that this is not the
 * real service. Tests steer it through {@link #clock()}, {@link #journal()}, {@link #faults()}, {@link #meter()} and
 * {@link #levers()}, or over HTTP at {@code /__sandbox}.
 */
public final class Sandbox implements AutoCloseable {

    private final Org org;
    private final ConnectedApp app;
    private final Sessions sessions;
    private final Journal journal;
    private final Faults faults;
    private final ApiMeter meter;
    private final Levers levers;
    private final BulkPace pace;
    private final OrgAddress address;
    private final String loginUrl;
    private final Hosts hosts;

    private Sandbox(
            Org org,
            ConnectedApp app,
            Sessions sessions,
            Journal journal,
            Faults faults,
            ApiMeter meter,
            Levers levers,
            BulkPace pace,
            OrgAddress address,
            Hosts hosts) {
        this.org = org;
        this.app = app;
        this.sessions = sessions;
        this.journal = journal;
        this.faults = faults;
        this.meter = meter;
        this.levers = levers;
        this.pace = pace;
        this.address = address;
        this.loginUrl = address.instanceUrl();
        this.hosts = hosts;
    }

    /**
     * Starts serving an org.
     *
     * @throws IOException when the port is taken
     */
    public static Sandbox start(Org org, SandboxOptions options) throws IOException {
        VirtualClock clock = org.clock();
        Callers callers = new Callers(org);
        String runAs = options.givenRunAs()
                .orElseGet(() -> callers.withId(org.integrationUser().userId())
                        .map(OrgUser::username)
                        .orElse(""));
        ConnectedApp app = new ConnectedApp(
                Optional.ofNullable(options.clientId()).orElseGet(ConnectedApp::randomClientId),
                Optional.ofNullable(options.clientSecret()).orElseGet(ConnectedApp::randomSecret),
                runAs,
                options.jwtKey());
        Sessions sessions = new Sessions(org.organizationId(), clock, options.sessionValidity(), callers);
        Journal journal = new Journal();
        Faults faults = new Faults(clock);
        ApiMeter meter = new ApiMeter(clock, options.dailyApiCalls());
        Cursors cursors = new Cursors(clock, org.organizationId());
        // The instance URL is part of answers, so the port comes first.
        LoopbackServer server = LoopbackServer.bind(options.port());
        OrgAddress address = new OrgAddress(Hosts.urlOf(server), org.organizationId());
        SignInRules rules = new SignInRules();
        Soql soql = new Soql(org);
        Writes writes = new Writes(org);
        Map<String, Door> doors = new LinkedHashMap<>();
        SignInDoor signIn =
                new SignInDoor(new TokenEndpoint(app, callers, sessions, clock, Clock.systemUTC(), address, rules));
        doors.put("/services/oauth2", signIn);
        doors.put("/id", signIn);
        doors.put("/services/async", new AsynchronousDoor());
        doors.put("/services/Soap", new SoapDoor(org, soql, cursors, writes, callers, sessions, address, meter));
        RestDialect dialect = new RestDialect(meter);
        BulkPace pace = new BulkPace();
        RestDoor rest = new RestDoor(
                org, soql, cursors, writes, meter, dialect, new BulkDoor(org, soql, writes, dialect, pace));
        Gate gate = new Gate(doors, rest, sessions, callers, meter, faults, journal, clock);
        OrgLevers levers = new OrgLevers(org, sessions, cursors, address, rules);
        ControlDoor control = new ControlDoor(levers, journal, faults, meter, pace);
        Hosts hosts = new Hosts(
                server, address, request -> isControl(request) ? control.answer(request) : gate.answer(request));
        levers.hosts(hosts);
        return new Sandbox(org, app, sessions, journal, faults, meter, levers, pace, address, hosts);
    }

    /** The base of all calls, without a slash at its end; another one after a move of the org. */
    public String instanceUrl() {
        return address.instanceUrl();
    }

    /** Where to sign in, without a slash at its end; stays the same. */
    public String loginUrl() {
        return loginUrl;
    }

    /** A new session of the integration user. */
    public String accessToken() {
        return accessToken(org.integrationUser());
    }

    /** A new session of one of the org's callers. */
    public String accessToken(Caller caller) {
        return sessions.open(caller.userId()).token();
    }

    /** The consumer key of the connected app. */
    public String clientId() {
        return app.clientId();
    }

    /** The consumer secret of the connected app. */
    public String clientSecret() {
        return app.clientSecret();
    }

    /** The org behind the protocols. */
    public Org org() {
        return org;
    }

    /** The org's clock. */
    public VirtualClock clock() {
        return org.clock();
    }

    /** What was asked and what was changed. */
    public Journal journal() {
        return journal;
    }

    /** What goes wrong next. */
    public Faults faults() {
        return faults;
    }

    /** The use of the API. */
    public ApiMeter meter() {
        return meter;
    }

    /** How fast bulk jobs seem to move. */
    public BulkPace bulkPace() {
        return pace;
    }

    /** Everything else that can be moved. */
    public Levers levers() {
        return levers;
    }

    /** Stops serving; the org stays as it is. */
    @Override
    public void close() {
        hosts.close();
    }

    private static boolean isControl(Request request) {
        return request.path().equals("/__sandbox") || request.path().startsWith("/__sandbox/");
    }
}
