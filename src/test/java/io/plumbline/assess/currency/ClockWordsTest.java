package io.plumbline.assess.currency;

import static io.plumbline.assess.GivenAccount.ago;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.GivenAccount;
import org.junit.jupiter.api.Test;

/** The sentence of a clock fits what it shows. */
class ClockWordsTest {

    @Test
    void aReviewThatComesUpIsToldApartFromOneThatIsMissed() {
        String soon = GivenAccount.withPlan("'lastReviewedDate': '" + ago(25) + "'")
                .finding("plan.review")
                .message();
        String stale = GivenAccount.withPlan("'lastReviewedDate': '" + ago(31) + "'")
                .finding("plan.review")
                .message();

        assertThat(soon).contains("due soon");
        assertThat(stale).contains("has not been reviewed for 31 days");
    }

    @Test
    void aDraftIsNamedWhereNoPlanGoverns() {
        Object draft =
                GivenAccount.withPlan("'state': 'draft'").finding("plan.exists").message();
        Object nothing = GivenAccount.withPlan("'state': 'closed'")
                .finding("plan.exists")
                .message();

        assertThat(draft).asString().contains("draft");
        assertThat(nothing).asString().doesNotContain("draft");
    }
}
