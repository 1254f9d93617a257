package io.plumbline.flow.judging;

import io.plumbline.crm.RecordId;
import io.plumbline.journal.Answer;
import io.plumbline.journal.Answers;
import io.plumbline.journal.Effects;
import io.plumbline.journal.Verdicts;
import io.plumbline.journal.WrittenVerdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What earlier runs gave Salesforce, by account.
 *
 * @param verdict the last verdict, if any
 * @param settledTasks keys of tasks that were over when their theme needed nothing
 * @param answers what people said of its findings and holds on the day of the run
 */
record EarlierWrites(
        Function<RecordId, Optional<WrittenVerdict>> verdict,
        Function<RecordId, Set<String>> settledTasks,
        Function<RecordId, List<Answer>> answers) {

    /** Read at once, for a run that asks for every account. */
    static EarlierWrites ofAll(Verdicts verdicts, Effects effects, Answers answers, RecordId org, LocalDate day) {
        Map<RecordId, WrittenVerdict> written = verdicts.lastWritten(org);
        Map<RecordId, Set<String>> settled = effects.settledTasks(org);
        Map<RecordId, List<Answer>> given =
                answers.holding(org, day).stream().collect(Collectors.groupingBy(Answer::account));
        return new EarlierWrites(
                account -> Optional.ofNullable(written.get(account)),
                account -> settled.getOrDefault(account, Set.of()),
                account -> given.getOrDefault(account, List.of()));
    }

    /** Read when asked for. */
    static EarlierWrites ofEach(Verdicts verdicts, Effects effects, Answers answers, RecordId org, LocalDate day) {
        return new EarlierWrites(
                account -> verdicts.lastWritten(org, account),
                account -> effects.settledTasks(org, account),
                account -> answers.holding(org, account, day));
    }
}
