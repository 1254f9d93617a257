package io.plumbline.change;

import io.plumbline.assess.Assessment;
import io.plumbline.change.field.AccountPlanner;
import io.plumbline.change.task.People;
import io.plumbline.change.task.TaskOwners;
import io.plumbline.change.task.TaskPlanner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Desired against known: from the verdict about one account and what Salesforce is known to hold, the change set that
 * makes the two agree. Planning again after the changes were made gives an empty set.
 */
public final class ChangePlanner {

    private final ChangePolicy policy;
    private final TaskPlanner tasks;

    public ChangePlanner(ChangePolicy policy, People people) {
        this.policy = policy;
        this.tasks = new TaskPlanner(policy, new TaskOwners(policy, people));
    }

    /** Where nobody said anything of the findings. */
    public ChangeSet plan(Assessment assessment, AccountContext context, KnownState known, Instant now) {
        return plan(AnsweredAssessment.unanswered(assessment), context, known, now);
    }

    /**
     * @param now the moment that goes into the field for the last change, to the second
     * @throws IllegalArgumentException when the assessment is about another account than the context
     */
    public ChangeSet plan(AnsweredAssessment answered, AccountContext context, KnownState known, Instant now) {
        Assessment assessment = answered.seen();
        if (!assessment.accountId().equals(context.id().value())) {
            throw new IllegalArgumentException(
                    "the assessment is about " + assessment.accountId() + ", the context about " + context.id());
        }
        AccountPlanner account = new AccountPlanner(answered, context, known, policy);
        AccountPlanner.Outcome fields = account.plan(now);
        TaskPlanner.Outcome moves = tasks.plan(answered, context, known);
        List<Change> changes = new ArrayList<>();
        if (!fields.fields().isEmpty()) {
            changes.add(new Change.AccountUpdate(context.id(), fields.fields()));
        }
        changes.addAll(moves.changes());
        List<Held> held = new ArrayList<>(fields.held());
        held.addAll(moves.held());
        return new ChangeSet(
                context.id(),
                changes,
                held,
                moves.settled(),
                account.judgedBefore(),
                account.verdictFlip(),
                account.trendBegins(),
                fields.mark());
    }
}
