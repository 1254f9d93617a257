package io.plumbline.flow.judging;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.Finding;
import io.plumbline.change.ChangeJson;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.task.TaskLoad;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.AccountDossier;
import io.plumbline.dossier.OwnTask;
import io.plumbline.journal.Standing;
import io.plumbline.journal.StandingTask;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a judged account counts for beside the others. */
final class AccountStandings {

    private AccountStandings() {}

    static Standing of(AccountDossier account, Assessment assessment, ChangeSet changes, Instant now) {
        RecordId id = RecordId.of(assessment.accountId());
        Optional<Finding> worst = assessment.costsMost();
        return new Standing(
                id,
                ChangeInputs.name(account),
                ChangeInputs.ownerName(account),
                assessment.health().band().name(),
                assessment.currency().verdict().name(),
                assessment.health().written(),
                assessment.money().attention(),
                worst.map(Finding::message).orElse(""),
                worst.map(Finding::remedy).orElse(""),
                changes.judgedBefore(),
                account.people(),
                TaskLoad.after(
                        changes,
                        account.tasks().stream().map(task -> task(id, task)).toList(),
                        now),
                wanted(changes, Objects.requireNonNullElse(assessment.money().attention(), 0.0)));
    }

    private static StandingTask task(RecordId account, OwnTask task) {
        return new StandingTask(account, task.key(), task.owner(), !task.closed() && !task.deleted(), task.createdAt());
    }

    private static List<Standing.Wanted.InFull> wanted(ChangeSet changes, double attention) {
        return changes.creations().stream()
                .map(creation -> new Standing.Wanted.InFull(
                        new Standing.Wanted(
                                creation.account(), creation.taskKey(), creation.owner(), attention, creation.due()),
                        ChangeJson.write(creation)))
                .toList();
    }
}
