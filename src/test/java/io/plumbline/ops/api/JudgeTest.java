package io.plumbline.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.crm.RecordId;
import io.plumbline.flow.SyncSummary;
import io.plumbline.flow.SyncSummary.Status;
import io.plumbline.ops.api.admission.Problem;
import io.plumbline.ops.api.admission.RefusedRequestException;
import io.plumbline.salesforce.ApiUsage;
import io.plumbline.testing.Trap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody before a screen is told of a judgement that did not come about. */
class JudgeTest {

    private static final RecordId ACCOUNT = RecordId.of("001000000000001");
    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final RecordId OTHER = RecordId.of("00D000000000002");

    @ParameterizedTest
    @CsvSource({
        "COMPLETE, 1, 0, ''",
        "PARTIAL, 1, 0, ''",
        "COMPLETE, 0, 404, out of the scope",
        "ELSEWHERE, 0, 503, the reason of the run",
        "REFUSED, 0, 503, the reason of the run",
        "FAILED, 0, 503, in its log"
    })
    void everyEndOfARunHasItsAnswer(Status status, int judged, int http, String says) {
        Optional<RefusedRequestException> refused = new Judge(account -> summary(status, judged)).judge(ACCOUNT);

        assertThat(refused.map(RefusedRequestException::problem)
                        .map(Problem::status)
                        .orElse(0))
                .isEqualTo(http);
        assertThat(refused.map(RefusedRequestException::problem)
                        .map(Problem::detail)
                        .orElse(""))
                .contains(says);
    }

    /** What went wrong unexpectedly may be anything, and is for the log alone. */
    @Test
    void unexpectedEndIsNotToldToTheOutside() {
        assertThat(new Judge(account -> summary(Status.FAILED, 0))
                        .judge(ACCOUNT)
                        .orElseThrow()
                        .problem()
                        .detail())
                .doesNotContain("the reason of the run");
    }

    @Trap("L11")
    @Test
    void orgOfTheProcessIsLearnedOnceBySigningInWhenNoRunToldIt() {
        AtomicInteger signIns = new AtomicInteger();
        ConnectedOrg connected = new ConnectedOrg(Optional::empty, () -> {
            signIns.incrementAndGet();
            return ORG;
        });

        assertThat(connected.is(ORG)).isTrue();
        assertThat(connected.is(OTHER)).isFalse();
        assertThat(signIns).hasValue(1);
    }

    @Test
    void orgOfTheLastRunNeedsNoSignIn() {
        ConnectedOrg connected = new ConnectedOrg(() -> Optional.of(ORG), () -> {
            throw new AssertionError("nobody has to sign in");
        });

        assertThat(connected.is(ORG)).isTrue();
        assertThat(connected.is(OTHER)).isFalse();
    }

    @Trap("L11")
    @Test
    void nothingIsDoneForAnOrgThatIsNotThisOne() {
        ConnectedOrg connected = new ConnectedOrg(() -> Optional.of(OTHER), () -> OTHER);

        assertThatThrownBy(() -> Admission.ofConnected(connected, ORG))
                .isInstanceOfSatisfying(
                        RefusedRequestException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(403));
    }

    private static SyncSummary summary(Status status, int judged) {
        return new SyncSummary(
                status,
                "",
                "",
                null,
                false,
                judged,
                judged,
                Map.of(),
                Map.of(),
                SyncSummary.Written.NOTHING,
                new ApiUsage(0, OptionalLong.empty(), OptionalLong.empty()),
                Duration.ZERO,
                List.of(),
                List.of(),
                status == Status.COMPLETE ? List.of() : List.of("the reason of the run"));
    }
}
