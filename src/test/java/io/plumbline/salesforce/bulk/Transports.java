package io.plumbline.salesforce.bulk;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.SalesforceHttp;
import io.plumbline.testing.TurnedClock;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Builds the subject as it is wired, but for pauses, which move the clock instead of taking time. */
public final class Transports {

    private Transports() {}

    public static BulkTransport on(SignIn signIn, BulkSettings settings) {
        return on(signIn, settings, Deadlines.SIGN_IN);
    }

    public static BulkTransport on(SignIn signIn, BulkSettings settings, Deadlines deadlines) {
        TurnedClock clock = new TurnedClock(Instant.parse("2026-05-04T10:00:00Z"));
        SalesforceHttp http = new SalesforceHttp(deadlines);
        AccessTokens tokens = new AccessTokens(signIn, new SalesforceHttp(Deadlines.SIGN_IN), Clock.systemUTC());
        return new BulkTransport(tokens, http, settings.withPause(clock::turn), clock);
    }

    static SoqlQuery query(String object, String... fields) {
        return new SoqlQuery(ObjectName.of(object), fields(fields), Optional.empty(), Optional.of("Id"), false);
    }

    static List<FieldName> fields(String... fields) {
        return Arrays.stream(fields).map(FieldName::of).toList();
    }
}
