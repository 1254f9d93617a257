package io.plumbline.flow;

import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.config.Connection;
import io.plumbline.config.Credentials.ClientCredentials;
import io.plumbline.config.Credentials.JwtBearer;
import io.plumbline.config.ProxyAddress;
import io.plumbline.config.connector.ConnectorConfig;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.http.HttpProxy;
import io.plumbline.salesforce.transport.BulkThresholds;
import io.plumbline.salesforce.transport.ChosenTransport;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way to the one org this process works for. How much goes over which API is set here. */
public interface OrgDoor {

    /** The org for one run: the session is kept, what was known of its objects is asked anew (traps C6, I3). */
    SalesforceOrg open();

    /**
     * Makes no call before the org is asked something.
     *
     * @param meters where calls, sign-ins and what is kept of the org are shown
     */
    static OrgDoor to(Connection connection, ConnectorConfig.ApiBudget api, MeterRegistry meters, Clock clock) {
        BulkThresholds thresholds = new BulkThresholds(api.bulkReadFrom(), api.bulkWriteFrom());
        ChosenTransport org = ChosenTransport.open(signIn(connection), proxy(connection), thresholds, clock);
        org.bindTo(meters);
        return org::forNewRun;
    }

    /** The proxy on the way to the org. */
    static Optional<HttpProxy> proxy(Connection connection) {
        return connection.proxy().map(proxy -> new HttpProxy(proxy.host(), proxy.port(), login(proxy)));
    }

    private static HttpProxy.@Nullable Login login(ProxyAddress proxy) {
        return proxy.login()
                .flatMap(user -> proxy.password().map(password -> new HttpProxy.Login(user, password.reveal())))
                .orElse(null);
    }

    private static SignIn signIn(Connection connection) {
        URI host = connection.instanceUrl().uri();
        return switch (connection.credentials()) {
            case ClientCredentials app ->
                new SignIn.ClientCredentials(
                        host, app.clientId(), app.clientSecret().reveal());
            case JwtBearer user ->
                new SignIn.JwtBearer(host, user.clientId(), user.username(), user.keyFile(), Optional.empty());
        };
    }
}
