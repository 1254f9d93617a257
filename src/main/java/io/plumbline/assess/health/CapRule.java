package io.plumbline.assess.health;

import io.plumbline.assess.Evidence;
import io.plumbline.assess.account.Subject;
import io.plumbline.config.policy.RuleNumbers;
import org.jspecify.annotations.Nullable;

/** Something that holds health down however good the measures are (model section 5, caps). */
interface CapRule {

    /** What makes the cap apply, besides its {@code max}; null when it does not apply. */
    @Nullable
    Evidence applies(Subject subject, RuleNumbers numbers);
}
