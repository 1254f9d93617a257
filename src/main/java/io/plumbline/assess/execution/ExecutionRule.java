package io.plumbline.assess.execution;

import io.plumbline.assess.account.Reading;
import io.plumbline.assess.account.Subject;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Plan;

/** One execution measure of the governing plan (model section 4). */
interface ExecutionRule {

    Reading read(Plan plan, Subject subject, RuleNumbers numbers);
}
