package io.plumbline.flow;

import io.plumbline.crm.RecordId;
import io.plumbline.flow.judging.Models;
import io.plumbline.journal.Answer;
import io.plumbline.journal.Answers;
import io.plumbline.journal.JudgedAccount;
import io.plumbline.journal.Verdicts;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.OrgFacts;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The verdicts as they were last judged. Makes no call to Salesforce and writes nothing. */
public final class LatestVerdicts {

    private final Mirror mirror;
    private final Verdicts verdicts;
    private final Answers answers;
    private final Models models;

    LatestVerdicts(Mirror mirror, Verdicts verdicts, Answers answers, Models models) {
        this.mirror = mirror;
        this.verdicts = verdicts;
        this.answers = answers;
        this.models = models;
    }

    /** Empty for an account that was never judged. */
    public Optional<LatestVerdict> of(RecordId org, RecordId account) {
        return verdicts.latest(org, account).map(judged -> withAnswers(org, judged));
    }

    private LatestVerdict withAnswers(RecordId org, JudgedAccount.InFull judged) {
        RecordId account = judged.account().verdict().account();
        Map<String, Answer> holding = answers
                .holding(org, account, judged.account().verdict().asOf())
                .stream()
                .collect(Collectors.toMap(Answer::finding, Function.identity()));
        return new LatestVerdict(judged, holding, models.in(locale(org)).labels());
    }

    private Locale locale(RecordId org) {
        return mirror.orgs().stream()
                .filter(facts -> facts.orgId().equals(org))
                .map(OrgFacts::locale)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
