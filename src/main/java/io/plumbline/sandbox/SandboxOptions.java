package io.plumbline.sandbox;

import java.security.PublicKey;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is started. Its text form shows no secret.
 *
 * @param port the port, 0 for any free one
 * @param clientId the consumer key of the connected app; random when absent
 * @param clientSecret its secret; random when absent
 * @param jwtKey checks assertions of the JWT bearer flow; the flow refuses everybody when absent
 * @param runAs login name that client credentials sign in as; the integration user when absent
 * @param sessionValidity how long a session lives without use, by the org's clock
 * @param dailyApiCalls the allowance of API calls in 24 hours
 */
public record SandboxOptions(
        int port,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable PublicKey jwtKey,
        @Nullable String runAs,
        Duration sessionValidity,
        long dailyApiCalls) {

    /** Any free port, random credentials, two hours, 100,000 calls. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(0, null, null, null, null, Duration.ofHours(2), 100_000);
    }

    public SandboxOptions onPort(int other) {
        return new SandboxOptions(other, clientId, clientSecret, jwtKey, runAs, sessionValidity, dailyApiCalls);
    }

    public SandboxOptions withClient(String id, String secret) {
        return new SandboxOptions(port, id, secret, jwtKey, runAs, sessionValidity, dailyApiCalls);
    }

    public SandboxOptions withJwtKey(PublicKey key) {
        return new SandboxOptions(port, clientId, clientSecret, key, runAs, sessionValidity, dailyApiCalls);
    }

    /** Lets client credentials sign in as this user; an unknown name stands for "nobody was chosen". */
    public SandboxOptions runningAs(String username) {
        return new SandboxOptions(port, clientId, clientSecret, jwtKey, username, sessionValidity, dailyApiCalls);
    }

    public SandboxOptions withSessionValidity(Duration validity) {
        return new SandboxOptions(port, clientId, clientSecret, jwtKey, runAs, validity, dailyApiCalls);
    }

    public SandboxOptions withDailyApiCalls(long calls) {
        return new SandboxOptions(port, clientId, clientSecret, jwtKey, runAs, sessionValidity, calls);
    }

    Optional<String> givenRunAs() {
        return Optional.ofNullable(runAs);
    }

    @Override
    public String toString() {
        return "SandboxOptions[port=" + port + ", sessionValidity=" + sessionValidity + ", dailyApiCalls="
                + dailyApiCalls + "]";
    }
}
