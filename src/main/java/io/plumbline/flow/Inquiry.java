package io.plumbline.flow;

import io.plumbline.assess.AssessmentModel;
import io.plumbline.assess.Band;
import io.plumbline.assess.ExplainedAssessment;
import io.plumbline.change.AnsweredAssessment;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.AccountDossier;
import io.plumbline.dossier.UsedRate;
import io.plumbline.dossier.building.Dossiers;
import io.plumbline.flow.judging.ChangeInputs;
import io.plumbline.flow.judging.EarlierHealth;
import io.plumbline.flow.judging.Models;
import io.plumbline.journal.Answers;
import io.plumbline.journal.JudgedAccount;
import io.plumbline.journal.Verdicts;
import io.plumbline.journal.WrittenVerdict;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.OrgFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
    private final Answers answers;
    private final EarlierHealth earlier;

    Inquiry(
            Mirror mirror,
            Dossiers dossiers,
            Models models,
            Verdicts verdicts,
            Answers answers,
            EarlierHealth earlier) {
        this.mirror = mirror;
        this.dossiers = dossiers;
        this.models = models;
        this.verdicts = verdicts;
        this.answers = answers;
        this.earlier = earlier;
    }

    /** What came of a question. */
    public sealed interface Answer {}

    /**
     * @param name the account's name
     * @param unknownBecause why something about this account is unknown, one sentence each
     * @param usedRates by which amounts were converted
     * @param answers what people said of its findings and holds on the day, by finding
     * @param labels what clocks, sections, checks, measures, roles and caps are called, by id
     */
    public record Explained(
            String name,
            ExplainedAssessment explained,
            List<String> unknownBecause,
            List<UsedRate> usedRates,
            List<io.plumbline.journal.Answer> answers,
            Map<String, String> labels)
            implements Answer {}

    /** @param candidates names of accounts that could be meant, none when nothing is like it */
    public record NotFound(List<String> candidates) implements Answer {}

    /** @param orgs that know an account of this Id or name, two or more: a full copy keeps the Ids of the org it was taken of */
    public record InSeveralOrgs(List<RecordId> orgs) implements Answer {}

    /** Nothing was read of any org yet, or nothing of the one that was asked for. */
    public record NothingRead() implements Answer {}

    /**
     * @param only the org to look in; where absent, all that anything was read of
     * @param account an Id of 15 or 18 characters, or a name in any letter case
     * @param day the day to judge by, in the org's time zone; where absent, {@code now} there
     * @param now the present moment
     */
    public Answer explain(Optional<RecordId> only, String account, Optional<LocalDate> day, Instant now) {
        List<OrgFacts> orgs = mirror.orgs().stream()
                .filter(org -> only.isEmpty() || org.orgId().equals(only.get()))
                .toList();
        if (orgs.isEmpty()) {
            return new NothingRead();
        }
        Map<RecordId, Explained> explained = new LinkedHashMap<>();
        orgs.forEach(org -> explained(org, account, day, now).ifPresent(found -> explained.put(org.orgId(), found)));
        return switch (explained.size()) {
            case 0 ->
                new NotFound(orgs.stream()
                        .flatMap(org -> candidates(org.orgId(), account))
                        .limit(MOST_CANDIDATES)
                        .toList());
            case 1 -> explained.values().iterator().next();
            default -> new InSeveralOrgs(List.copyOf(explained.keySet()));
        };
    }

    private Optional<Explained> explained(OrgFacts org, String account, Optional<LocalDate> day, Instant now) {
        LocalDate asOf = day.orElseGet(() -> now.atZone(org.timeZone()).toLocalDate());
        return found(org.orgId(), account)
                .flatMap(id -> dossiers.one(org.orgId(), id, asOf, each -> earlier.of(org.orgId(), each, asOf)))
                .map(dossier -> answer(org, dossier));
    }

    private Explained answer(OrgFacts org, AccountDossier account) {
        Optional<WrittenVerdict> before = verdicts.lastWritten(
                org.orgId(), RecordId.of(account.dossier().account().id()));
        AssessmentModel model = models.in(org.locale());
        ExplainedAssessment explained = model.explain(
                account.dossier(),
                before.map(written -> Band.valueOf(written.band())).orElse(null));
        return new Explained(
                ChangeInputs.name(account),
                explained,
                account.unknownBecause(),
                account.usedRates(),
                List.copyOf(AnsweredAssessment.of(explained.assessment(), given(org, account))
                        .answers()
                        .values()),
                model.labels());
    }

    private List<io.plumbline.journal.Answer> given(OrgFacts org, AccountDossier account) {
        return answers.holding(
                org.orgId(),
                RecordId.of(account.dossier().account().id()),
                account.dossier().asOf());
    }

    private Optional<RecordId> found(RecordId org, String account) {
        if (RecordId.isId(account)) {
            return Optional.of(RecordId.of(account));
        }
        List<JudgedAccount> named = verdicts.named(org, account);
        return named.size() == 1 ? Optional.of(named.getFirst().verdict().account()) : Optional.empty();
    }

    /** Several of one name are told apart by their Ids. */
    private Stream<String> candidates(RecordId org, String account) {
        return verdicts.namedLike(org, account, MOST_CANDIDATES).stream()
                .map(like -> like.name() + " (" + like.verdict().account() + ")");
    }
}
