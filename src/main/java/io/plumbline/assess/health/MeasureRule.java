package io.plumbline.assess.health;

import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.config.policy.RuleNumbers;

/** One health measure (model section 5). It never looks at a plan. */
interface MeasureRule {

    Reading read(Subject subject, RuleNumbers numbers);
}
