package io.plumbline.salesforce.auth;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SignIn;
import io.plumbline.testing.Trap;
import java.net.URI;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInRefusalsTest {

    private static final SignIn APP = new SignIn.ClientCredentials(
            URI.create("https://acme.my.salesforce.com"), "the-consumer-key", "canary-secret");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "invalid_grant|no client credentials user enabled|the app has no Run As user|Run As user",
                "invalid_grant|user hasn't approved this consumer|not pre-approved|pre-authorized",
                "invalid_app_access|user is not admin approved to access this app|not pre-approved|Plumbline_Integration",
                "invalid_grant|inactive user|deactivated|activate",
                "invalid_grant|user is inactive|deactivated|activate",
                "inactive_user|user is inactive|deactivated|activate",
                "inactive_org|organization is inactive|locked, closed or suspended|Salesforce",
                "invalid_client_id|client identifier invalid|no app has this consumer key|PLUMBLINE_CLIENT_ID",
                "invalid_grant|client identifier invalid|no app has this consumer key|PLUMBLINE_CLIENT_ID",
                "invalid_client|invalid client credentials|consumer secret is wrong|PLUMBLINE_CLIENT_SECRET",
                "invalid_grant|invalid assertion|does not fit the app's certificate|key file",
                "invalid_grant|audience is invalid|wrong login host|instance URL",
                "invalid_grant|expired assertion|expired on arrival|clock",
                "invalid_grant|ip restricted|address that is not allowed|IP restrictions",
                "invalid_grant|request not supported on this domain|does not offer the flow|My Domain",
                "unsupported_grant_type|grant type not supported|does not offer this flow|enable the flow",
                "invalid_grant|authentication failure|not accepted|Login History",
                "something_new|whatever|something_new|Login History"
            })
    void areToldApart(String error, String description, String meaning, String advice) {
        SalesforceFailure failure = failure(SignInRefusals.of(APP, 400, error, description));

        assertThat(failure).isInstanceOf(SalesforceFailure.SignInRefused.class);
        assertThat(failure.what())
                .startsWith("Signing in at acme.my.salesforce.com failed (HTTP 400, ")
                .contains(meaning)
                .endsWith(".");
        assertThat(failure.advice()).contains(advice).endsWith(".");
        assertThat(failure.passing()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_grant, login rate exceeded, LimitReached",
        "429, rate_limit_exceeded, slow down, LimitReached",
        "400, invalid_grant, Token request is already being processed, UnexpectedAnswer",
        "500, server_error, oops, UnexpectedAnswer",
        "400, temporarily_unavailable, later, UnexpectedAnswer"
    })
    void passByThemselves(int status, String error, String description, String kind) {
        SalesforceFailure failure = failure(SignInRefusals.of(APP, status, error, description));

        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.passing()).isTrue();
    }

    /** An answer that repeats the secret does not bring it into a message. */
    @Trap("L1")
    @Test
    void doNotRepeatTheSecret() {
        assertThat(SignInRefusals.of(APP, 400, "invalid_client", "secret canary-secret is wrong"))
                .hasMessageContaining("(secret)")
                .extracting(Throwable::getMessage, as(InstanceOfAssertFactories.STRING))
                .doesNotContain("canary");
    }

    private static SalesforceFailure failure(RuntimeException thrown) {
        return switch (thrown) {
            case RefusedSignInException refused -> refused.failure();
            case SalesforceFailedException passing -> passing.failure();
            default -> throw new AssertionError(thrown);
        };
    }
}
