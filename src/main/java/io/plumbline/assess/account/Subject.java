package io.plumbline.assess.account;

import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.policy.ByTier;
import io.plumbline.dossier.Dossier;
import org.jspecify.annotations.Nullable;

/**
 * The account under assessment, with what several rules ask of it.
 *
 * @param trace notes what the rules compute with, when somebody wants to know
 */
public record Subject(
        Dossier dossier,
        AssessmentPolicy policy,
        PolicyWords words,
        int tier,
        Days days,
        People people,
        Touches touches,
        Deals deals,
        Revenue revenue,
        Cases cases,
        Trace trace) {

    public static Subject of(
            Dossier dossier, AssessmentPolicy policy, PolicyWords words, PolicyNumbers numbers, Trace trace) {
        int tier = tier(dossier.account().tier(), policy.defaultTier());
        Days days = Days.of(dossier.asOf());
        People people = new People(dossier, words);
        Deals deals = new Deals(dossier, days, people, words, numbers, trace);
        return new Subject(
                dossier,
                policy,
                words,
                tier,
                days,
                people,
                new Touches(dossier, days, people, policy.interactions(), numbers.decay(), tier),
                deals,
                Revenue.of(dossier, days, deals, policy.windows(), numbers.renewalProbability(), tier, trace),
                new Cases(dossier, days),
                trace);
    }

    /** The value for the account's tier. */
    public <T> T at(ByTier<T> value) {
        return value.get(tier);
    }

    /** Whether silence is a fact here. */
    public boolean captures() {
        return dossier.activityCapture();
    }

    private static int tier(@Nullable Integer given, int otherwise) {
        return given != null && given >= 1 && given <= 3 ? given : otherwise;
    }
}
