package io.plumbline.flow.judging;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.AssessmentModel;
import io.plumbline.assess.Band;
import io.plumbline.change.AccountContext;
import io.plumbline.change.AnsweredAssessment;
import io.plumbline.change.ChangePlanner;
import io.plumbline.change.ChangePolicy;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.KnownState;
import io.plumbline.change.OwnWrites;
import io.plumbline.change.task.People;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.AccountDossier;
import io.plumbline.flow.reading.ReadOrg;
import io.plumbline.journal.JudgedAccount;
import io.plumbline.journal.Standing;
import io.plumbline.journal.WrittenVerdict;
import java.util.Optional;

/** Judges an account and plans what is to be different about it. Asks nobody and keeps nothing, so any thread may do it. */
final class AccountJudge {

    private final ReadOrg read;
    private final AssessmentModel model;
    private final ChangePolicy policy;
    private final JudgedAccounts journalWords = new JudgedAccounts();

    AccountJudge(ReadOrg read, AssessmentModel model, ChangePolicy policy) {
        this.read = read;
        this.model = model;
        this.policy = policy;
    }

    ReadOrg read() {
        return read;
    }

    /**
     * An account, judged.
     *
     * @param answered the verdict, and what people said of its findings
     * @param changes what is to be different, before any limit of the org
     * @param inFull the verdict in the words of the journal
     */
    record Judged(
            AccountDossier account,
            AnsweredAssessment answered,
            AccountContext context,
            People people,
            ChangeSet changes,
            JudgedAccount.InFull inFull,
            Standing standing) {

        RecordId id() {
            return context.id();
        }
    }

    /**
     * @return empty for an account made since everything was read: it would be blamed for what only was not read yet
     */
    Optional<Judged> judge(AccountDossier account, Earlier earlier) {
        if (account.createdAt().filter(read::mayBeHalfRead).isPresent()) {
            return Optional.empty();
        }
        RecordId id = RecordId.of(account.dossier().account().id());
        Optional<WrittenVerdict> before = earlier.verdict();
        Assessment assessment = model.assess(
                account.dossier(),
                before.map(written -> Band.valueOf(written.band())).orElse(null));
        AnsweredAssessment answered = AnsweredAssessment.of(assessment, earlier.answers());
        AccountContext context = ChangeInputs.context(account, assessment);
        People people = People.of(ChangeInputs.people(account));
        KnownState known = new OwnWrites(earlier.saved())
                .over(
                        ChangeInputs.known(account, earlier.settledTasks(), before),
                        account.stamp(),
                        read.tasksReadUpTo());
        ChangeSet changes = new ChangePlanner(policy, people)
                .plan(answered, context, known, read.org().now());
        return Optional.of(new Judged(
                account,
                answered,
                context,
                people,
                changes,
                journalWords.of(answered, context.name()),
                standing(account, answered, changes)));
    }

    Standing standing(AccountDossier account, AnsweredAssessment answered, ChangeSet changes) {
        return AccountStandings.of(account, answered.open(), changes, read.org().now());
    }
}
