package io.plumbline.flow.preview;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.RelationshipHealth;
import io.plumbline.assess.WrittenNumber;
import io.plumbline.change.AccountContext;
import io.plumbline.change.AnsweredAssessment;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.field.ReasonsText;
import io.plumbline.change.task.People;
import io.plumbline.config.Configuration;
import io.plumbline.config.mapping.Result;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.judging.JudgingWatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Listens while accounts are judged, and puts together what would be done about each once that is planned. */
public final class PreviewBuilder implements JudgingWatch {

    private final PlannedChanges changes;
    private final Map<RecordId, Draft> drafts = new HashMap<>();

    private record Draft(AccountContext context, People people, AnsweredAssessment answered) {}

    public PreviewBuilder(Configuration configuration) {
        Map<String, Result> results = new HashMap<>();
        configuration
                .mapping()
                .results()
                .values()
                .forEach(mapped -> results.put(mapped.field().value(), mapped.result()));
        this.changes = new PlannedChanges(results);
    }

    @Override
    public void judged(AccountContext context, People people, AnsweredAssessment answered) {
        drafts.put(context.id(), new Draft(context, people, answered));
    }

    /** The accounts of a plan, what needs attention most first. */
    public List<AccountPreview> accounts(List<ChangeSet> plan) {
        List<AccountPreview> accounts = new ArrayList<>();
        for (ChangeSet planned : plan) {
            Draft draft = drafts.get(planned.account());
            if (draft != null) {
                accounts.add(account(draft, planned));
            }
        }
        accounts.sort(Comparator.comparing(AccountPreview::attention, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(AccountPreview::id));
        return accounts;
    }

    private AccountPreview account(Draft draft, ChangeSet planned) {
        Assessment assessment = draft.answered().seen();
        RelationshipHealth health = assessment.health();
        Double attention = assessment.money().attention();
        return new AccountPreview(
                assessment.accountId(),
                draft.context().name(),
                draft.context()
                        .owner()
                        .flatMap(draft.people()::find)
                        .map(person -> person.name())
                        .orElse(""),
                health.band(),
                health.written(),
                whole(health.retention()),
                whole(health.growth()),
                assessment.currency().verdict(),
                whole(assessment.thoroughness().score()),
                whole(assessment.vetting().score()),
                whole(assessment.execution().score()),
                whole(assessment.roles().score()),
                WrittenNumber.integer(health.confidence()),
                health.trend(),
                attention == null ? null : WrittenNumber.json(attention),
                ReasonsText.of(draft.answered().open()).lines().toList(),
                assessment.findings().stream()
                        .map(finding -> new FindingPreview(
                                finding.id(),
                                finding.theme().key(),
                                finding.severity().name().toLowerCase(Locale.ROOT),
                                finding.message(),
                                finding.remedy(),
                                draft.answered()
                                        .answer(finding.id())
                                        .map(answer -> "Answered until " + answer.until() + ": " + answer.reason())
                                        .orElse("")))
                        .toList(),
                changes.fields(planned),
                changes.tasks(planned, draft.people()),
                planned.held().stream()
                        .map(held -> held.what() + ": " + held.reason())
                        .toList());
    }

    private static @Nullable Integer whole(@Nullable Double score) {
        return score == null ? null : WrittenNumber.integer(Objects.requireNonNull(score));
    }
}
