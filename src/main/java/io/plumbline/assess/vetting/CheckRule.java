package io.plumbline.assess.vetting;

import io.plumbline.assess.account.Subject;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Plan;

/** One vetting check of the governing plan (model section 4). */
interface CheckRule {

    CheckOutcome check(Plan plan, Subject subject, RuleNumbers numbers);
}
