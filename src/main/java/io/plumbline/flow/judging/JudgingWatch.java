package io.plumbline.flow.judging;

import io.plumbline.change.AccountContext;
import io.plumbline.change.AnsweredAssessment;
import io.plumbline.change.task.People;

/** Is told of every account as it is judged, before anything about it is planned; called by one thread, in turn. */
public interface JudgingWatch {

    /** Looks at nothing. */
    JudgingWatch NOBODY = (context, people, assessment) -> {};

    /** @param people those whom the account's dossier knows */
    void judged(AccountContext context, People people, AnsweredAssessment assessment);
}
