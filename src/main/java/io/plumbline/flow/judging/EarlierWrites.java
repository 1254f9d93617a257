package io.plumbline.flow.judging;

import io.plumbline.crm.RecordId;
import io.plumbline.journal.Effects;
import io.plumbline.journal.Verdicts;
import io.plumbline.journal.WrittenVerdict;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What earlier runs gave Salesforce, by account.
 *
 * @param verdict the last verdict, if any
 * @param settledTasks keys of tasks that were over when their theme needed nothing
 */
record EarlierWrites(
        Function<RecordId, Optional<WrittenVerdict>> verdict, Function<RecordId, Set<String>> settledTasks) {

    /** Read at once, for a run that asks for every account. */
    static EarlierWrites ofAll(Verdicts verdicts, Effects effects, RecordId org) {
        Map<RecordId, WrittenVerdict> written = verdicts.lastWritten(org);
        Map<RecordId, Set<String>> settled = effects.settledTasks(org);
        return new EarlierWrites(
                account -> Optional.ofNullable(written.get(account)),
                account -> settled.getOrDefault(account, Set.of()));
    }

    /** Read when asked for. */
    static EarlierWrites ofEach(Verdicts verdicts, Effects effects, RecordId org) {
        return new EarlierWrites(
                account -> verdicts.lastWritten(org, account), account -> effects.settledTasks(org, account));
    }
}
