package io.plumbline.flow;

import io.plumbline.assess.Band;
import io.plumbline.assess.ExplainedAssessment;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.AccountDossier;
import io.plumbline.dossier.HealthOnDate;
import io.plumbline.dossier.building.Dossiers;
import io.plumbline.journal.JudgedAccount;
import io.plumbline.journal.Verdicts;
import io.plumbline.journal.WrittenVerdict;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.OrgFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Judges one account once more, from what was read of the org so far and as a run of this day would, and tells what every
 * number comes from. Makes no call to Salesforce and writes nothing.
 */
public final class Inquiry {

    private static final int MOST_CANDIDATES = 10;

    private final Mirror mirror;
    private final Dossiers dossiers;
    private final Models models;
    private final Verdicts verdicts;
    private final int historyDays;

    Inquiry(Mirror mirror, Dossiers dossiers, Models models, Verdicts verdicts, int historyDays) {
        this.mirror = mirror;
        this.dossiers = dossiers;
        this.models = models;
        this.verdicts = verdicts;
        this.historyDays = historyDays;
    }

    /** What came of a question. */
    public sealed interface Answer {}

    /**
     * @param name the account's name
     * @param unknownBecause why something about this account is unknown, one sentence each
     */
    public record Explained(String name, ExplainedAssessment explained, List<String> unknownBecause)
            implements Answer {}

    /** @param candidates names of accounts that could be meant, none when nothing is like it */
    public record NotFound(List<String> candidates) implements Answer {}

    /** Nothing was read of any org yet. */
    public record NothingRead() implements Answer {}

    /** The words that the model has for ids, for whoever shows an answer. */
    public Map<String, String> labels() {
        return models.in(
                        mirror.orgs().stream().findFirst().map(OrgFacts::locale).orElse(Locale.ROOT))
                .labels();
    }

    /**
     * @param account an Id of 15 or 18 characters, or a name in any letter case
     * @param day the day to judge by, in the org's time zone; where absent, {@code now} there
     * @param now the present moment
     */
    public Answer explain(String account, Optional<LocalDate> day, Instant now) {
        Optional<OrgFacts> facts = mirror.orgs().stream().findFirst();
        if (facts.isEmpty()) {
            return new NothingRead();
        }
        OrgFacts org = facts.get();
        LocalDate asOf = day.orElseGet(() -> now.atZone(org.timeZone()).toLocalDate());
        return found(org.orgId(), account)
                .flatMap(id -> dossiers.one(org.orgId(), id, asOf, each -> history(org.orgId(), each, asOf)))
                .<Answer>map(dossier -> answer(org, dossier))
                .orElseGet(() -> new NotFound(candidates(org.orgId(), account)));
    }

    private Explained answer(OrgFacts org, AccountDossier account) {
        Optional<WrittenVerdict> before = Optional.ofNullable(verdicts.lastWritten(org.orgId())
                .get(RecordId.of(account.dossier().account().id())));
        ExplainedAssessment explained = models.in(org.locale())
                .explain(
                        account.dossier(),
                        before.map(written -> Band.valueOf(written.band())).orElse(null));
        return new Explained(ChangeInputs.name(account), explained, account.unknownBecause());
    }

    private List<HealthOnDate> history(RecordId org, RecordId account, LocalDate asOf) {
        return verdicts.history(org, account, asOf.minusDays(historyDays)).stream()
                .filter(verdict -> verdict.health() != null)
                .map(verdict ->
                        new HealthOnDate(verdict.asOf(), verdict.health().doubleValue()))
                .toList();
    }

    private Optional<RecordId> found(RecordId org, String account) {
        if (RecordId.isId(account)) {
            return Optional.of(RecordId.of(account));
        }
        List<JudgedAccount> named = named(org, account::equalsIgnoreCase);
        return named.size() == 1 ? Optional.of(named.getFirst().verdict().account()) : Optional.empty();
    }

    /** Several of one name are told apart by their Ids. */
    private List<String> candidates(RecordId org, String account) {
        String part = account.toLowerCase(Locale.ROOT);
        return named(org, name -> name.toLowerCase(Locale.ROOT).contains(part)).stream()
                .limit(MOST_CANDIDATES)
                .map(like -> like.name() + " (" + like.verdict().account() + ")")
                .toList();
    }

    private List<JudgedAccount> named(RecordId org, Predicate<String> asked) {
        return verdicts.latest(org, Verdicts.Order.NAME).stream()
                .filter(judged -> asked.test(judged.name()))
                .toList();
    }
}
