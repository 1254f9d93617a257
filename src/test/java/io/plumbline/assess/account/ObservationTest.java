package io.plumbline.assess.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.Evidence;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import org.junit.jupiter.api.Test;

class ObservationTest {

    private static final Observation FOUND = Observation.of(
            "plan.review",
            Theme.CURRENCY,
            Severity.WARNING,
            "late",
            Evidence.none().with("days", 150).with("due", null));

    @Test
    void whatIsSaidBesidesComesBeforeWhatWasFoundAndChangesNothingOfIt() {
        Observation saying = FOUND.saying("days", 90).saying("people", "Sam");

        assertThat(saying.value("days")).isEqualTo(90);
        assertThat(saying.value("people")).isEqualTo("Sam");
        assertThat(saying.evidence()).isEqualTo(FOUND.evidence());
        assertThat(saying.variant()).isEqualTo("late");
        assertThat(FOUND.value("days")).isEqualTo(150);
        assertThat(FOUND.value("people")).isNull();
    }

    /** Said to be nothing is said all the same. */
    @Test
    void nothingThatIsSaidHidesWhatWasFound() {
        assertThat(FOUND.saying("days", null).value("days")).isNull();
        assertThat(FOUND.value("due")).isNull();
    }

    @Test
    void anotherVariantKeepsAllElse() {
        Observation other = FOUND.saying("people", "Sam").variant(Observation.OWN_FACT);

        assertThat(other)
                .isEqualTo(new Observation(
                        "plan.review",
                        Theme.CURRENCY,
                        Severity.WARNING,
                        FOUND.evidence(),
                        Observation.OWN_FACT,
                        Evidence.none().with("people", "Sam")));
        assertThat(Observation.of("plan.review", Theme.CURRENCY, Severity.WARNING, FOUND.evidence())
                        .variant())
                .isEmpty();
    }
}
