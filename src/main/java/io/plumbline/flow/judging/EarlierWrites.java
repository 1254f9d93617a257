package io.plumbline.flow.judging;

import io.plumbline.crm.RecordId;
import io.plumbline.journal.Answer;
import io.plumbline.journal.Answers;
import io.plumbline.journal.Effect;
import io.plumbline.journal.Effects;
import io.plumbline.journal.Verdicts;
import io.plumbline.journal.WrittenVerdict;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the journal says of earlier runs, in the words of {@link Earlier}. */
record EarlierWrites(Verdicts verdicts, Effects effects, Answers answers) {

    /** Of all accounts, read at once but for what was saved, which memory should not hold. */
    Function<RecordId, Earlier> ofAll(RecordId org, LocalDate day) {
        Map<RecordId, WrittenVerdict> written = verdicts.lastWritten(org);
        Map<RecordId, Set<String>> settled = effects.settledTasks(org);
        Map<RecordId, List<Answer>> given = byAccount(answers.holding(org, day), Answer::account);
        return account -> new Earlier(
                Optional.ofNullable(written.get(account)),
                settled.getOrDefault(account, Set.of()),
                given.getOrDefault(account, List.of()),
                effects.lastSaved(org, account));
    }

    /** Of these accounts, read at once. */
    Function<RecordId, Earlier> ofSome(RecordId org, Collection<RecordId> accounts, LocalDate day) {
        Map<RecordId, WrittenVerdict> written = verdicts.lastWritten(org, accounts).stream()
                .collect(Collectors.toMap(WrittenVerdict::account, Function.identity()));
        Map<RecordId, Set<String>> settled = effects.settledTasks(org, accounts);
        Map<RecordId, List<Answer>> given = byAccount(answers.holding(org, accounts, day), Answer::account);
        Map<RecordId, List<Effect>> saved = byAccount(effects.lastSaved(org, accounts), Effect::account);
        return account -> new Earlier(
                Optional.ofNullable(written.get(account)),
                settled.getOrDefault(account, Set.of()),
                given.getOrDefault(account, List.of()),
                saved.getOrDefault(account, List.of()));
    }

    private static <T> Map<RecordId, List<T>> byAccount(List<T> all, Function<T, RecordId> account) {
        return all.stream().collect(Collectors.groupingBy(account));
    }
}
