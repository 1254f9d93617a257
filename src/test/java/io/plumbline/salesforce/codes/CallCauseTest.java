package io.plumbline.salesforce.codes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sforce.soap.partner.fault.ExceptionCode;
import io.plumbline.testing.Trap;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CallCauseTest {

    /** Codes of REST and Bulk, which the stub for SOAP does not have. */
    private static final Set<String> OTHER_DIALECTS = Set.of(
            "CLIENT_INPUT_ERROR",
            "FEATURE_NOT_ENABLED",
            "INSUFFICIENT_ACCESS_OR_READONLY",
            "INVALID_BATCH",
            "INVALID_ENTITY",
            "INVALID_EXTERNAL_ID_FIELD_NAME",
            "INVALID_JOB",
            "INVALID_JOB_STATE",
            "INVALID_URL",
            "INVALID_VERSION",
            "JOB_NOT_FOUND",
            "METHOD_NOT_ALLOWED",
            "SERVICE_UNAVAILABLE");

    @ParameterizedTest
    @EnumSource(ExceptionCode.class)
    void tellsOfEveryFaultWhatIsDoneAndWhoActs(ExceptionCode code) {
        CallVerdict verdict = CallCause.verdict(code.name(), "some words", "acme.my.salesforce.com");

        assertThat(verdict.code()).isEqualTo(code.name());
        assertThat(verdict.failure().what()).matches("(?s).*[.)]").doesNotContain("{", "}");
        assertThat(verdict.failure().advice()).endsWith(".").doesNotContain("{", "}");
    }

    /** A typing error in the table would make a code fall to the default unseen. */
    @Test
    void namesNoCodeThatSalesforceDoesNotHave() {
        Set<String> known =
                Arrays.stream(ExceptionCode.values()).map(Enum::name).collect(Collectors.toSet());
        known.addAll(OTHER_DIALECTS);

        Set<String> named = Arrays.stream(CallCause.values())
                .flatMap(cause -> cause.codes().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        named.removeAll(known);
        assertThat(named).isEmpty();
    }

    @Trap({"A1", "J3"})
    @ParameterizedTest
    @CsvSource({
        "INVALID_SESSION_ID, SESSION_DEAD",
        "InvalidSessionId, SESSION_DEAD",
        "INVALIDSESSIONID, SESSION_DEAD",
        "INVALID_AUTH_HEADER, SESSION_DEAD",
        "INVALIDENTITY, FIELD_OR_OBJECT_HIDDEN",
        "InvalidVersion, VERSION_NOT_OFFERED",
        "ExceededQuota, OTHER_LIMIT",
        "INVALIDJOBSTATE, JOB_GONE",
        "InvalidBatch, SENT_WRONG"
    })
    void knowsACodeInTheSpellingOfEachDialect(String code, CallCause cause) {
        assertThat(CallCause.verdict(code, "", "h").cause()).isEqualTo(cause);
    }

    @Trap({"J1", "J2"})
    @ParameterizedTest
    @CsvSource({
        "TotalRequests Limit exceeded., DAILY_CALLS_USED_UP, false",
        "ConcurrentRequests Limit exceeded., TOO_MANY_AT_ONCE, true",
        "ConcurrentPerOrgLongTxn Limit exceeded., TOO_MANY_AT_ONCE, true"
    })
    void tellsTheCallsOfTheDayFromTheCallsUnderWay(String message, CallCause cause, boolean repeatable) {
        CallVerdict verdict = CallCause.verdict("REQUEST_LIMIT_EXCEEDED", message, "h");

        assertThat(verdict.cause()).isEqualTo(cause);
        assertThat(verdict.action().repeatable()).isEqualTo(repeatable);
    }

    @Trap({"F5", "J6"})
    @Test
    void takesACodeItNeverHeardOfForOneThatMayPassAndMayHaveDoneSomething() {
        CallVerdict verdict = CallCause.verdict("NEW_CODE_2031", "words", "h");

        assertThat(verdict.cause()).isEqualTo(CallCause.NOT_KNOWN);
        assertThat(verdict.action().repeatable()).isTrue();
        assertThat(verdict.action().mayHaveHappened()).isTrue();
        assertThat(verdict.failure().what()).contains("NEW_CODE_2031: words");
    }
}
