package io.plumbline.salesforce.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.salesforce.call.CallFailedException.Effect;
import io.plumbline.salesforce.call.CallFailedException.Refusal;
import io.plumbline.testing.Trap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

    /** By code, never by HTTP status or words alone; an unknown code may pass and may have done something. */
    @Trap({"J3", "J6"})
    @ParameterizedTest
    @CsvSource({
        "INVALID_SESSION_ID, any, SessionLost, NONE, false",
        "INVALID_QUERY_LOCATOR, any, SessionLost, NONE, false",
        "INVALID_FIELD, any, NotThere, NONE, false",
        "INVALID_TYPE, any, NotThere, NONE, false",
        "INSUFFICIENT_ACCESS, any, NotThere, NONE, false",
        "MALFORMED_QUERY, any, QueryRefused, NONE, false",
        "QUERY_TOO_COMPLICATED, any, QueryRefused, NONE, false",
        "REQUEST_LIMIT_EXCEEDED, TotalRequests Limit exceeded., LimitReached, NONE, false",
        "REQUEST_LIMIT_EXCEEDED, ConcurrentRequests Limit exceeded., LimitReached, NONE, true",
        "EXCEEDED_QUOTA, any, LimitReached, NONE, false",
        "ORG_IN_MAINTENANCE, any, Maintenance, NONE, true",
        "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE, any, Maintenance, NONE, true",
        "API_DISABLED_FOR_ORG, any, SignInRefused, NONE, false",
        "UNSUPPORTED_API_VERSION, any, SignInRefused, NONE, false",
        "TXN_SECURITY_NO_ACCESS, any, SignInRefused, NONE, false",
        "QUERY_TIMEOUT, any, TookTooLong, UNKNOWN, false",
        "REQUEST_RUNNING_TOO_LONG, any, TookTooLong, UNKNOWN, false",
        "UNABLE_TO_LOCK_ROW, any, UnexpectedAnswer, NONE, true",
        "MALFORMED_ID, any, UnexpectedAnswer, NONE, false",
        "SERVER_UNAVAILABLE, any, UnexpectedAnswer, UNKNOWN, true",
        "UNKNOWN_EXCEPTION, any, UnexpectedAnswer, UNKNOWN, true",
        "NEVER_HEARD_OF_2031, any, UnexpectedAnswer, UNKNOWN, true"
    })
    void areToldApartByCode(String code, String message, String kind, Effect effect, boolean repeatable) {
        Refusal refusal = Faults.of(new ApiFault(code, message), "acme.my.salesforce.com");

        assertThat(refusal.failure().getClass().getSimpleName()).isEqualTo(kind);
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.effect()).isEqualTo(effect);
        assertThat(refusal.repeatable()).isEqualTo(repeatable);
        assertThat(refusal.failure().what()).isNotBlank().matches("(?s).*[.)]");
        assertThat(refusal.failure().advice()).endsWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "No such column 'X__c' on entity 'Account'. If you are|Account has no field X__c",
                "No such column 'X__c' on sobject of type Task|Task has no field X__c",
                "Didn't understand relationship 'Plan__r' in field path.|no relationship Plan__r",
                "sObject type 'AccountPlan' is not supported.|no object AccountPlan",
                "something else|does not exist or is hidden"
            })
    void nameWhatIsMissing(String message, String words) {
        assertThat(Faults.of(new ApiFault("INVALID_FIELD", message), "h")
                        .failure()
                        .what())
                .contains(words);
    }

    /** The remote side's words come as one short line; a session's hash does not come at all. */
    @Trap({"L8", "L1"})
    @Test
    void keepForeignWordsShortAndHarmless() {
        assertThat(Faults.of(new ApiFault("UNKNOWN_EXCEPTION", "a\r\nb\u001B[31m" + "x".repeat(5000)), "h")
                        .failure()
                        .what())
                .doesNotContain("\n", "\r", "\u001B")
                .hasSizeLessThan(500);
        assertThat(Faults.of(new ApiFault("INVALID_SESSION_ID", "missing session hash: canary"), "h")
                        .failure()
                        .sentence())
                .doesNotContain("canary");
    }
}
