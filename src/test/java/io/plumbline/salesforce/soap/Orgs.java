package io.plumbline.salesforce.soap;

import io.plumbline.salesforce.StubOrg;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.SalesforceHttp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Builds the subject as it is wired, but for pauses, which are written down instead of taken. */
final class Orgs {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T10:00:00Z"), ZoneOffset.UTC);

    private Orgs() {}

    static WscOrg on(StubOrg stub, List<Duration> pauses) {
        return on(stub, pauses, Deadlines.SIGN_IN);
    }

    static WscOrg on(StubOrg stub, List<Duration> pauses, Deadlines deadlines) {
        SalesforceHttp http = new SalesforceHttp(deadlines);
        return new WscOrg(
                new AccessTokens(stub.signIn(), http, CLOCK), http, new CallSettings(2000, 3, 5, pauses::add));
    }
}
