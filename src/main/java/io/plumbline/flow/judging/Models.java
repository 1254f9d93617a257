package io.plumbline.flow.judging;

import io.plumbline.assess.AssessmentModel;
import io.plumbline.config.policy.AssessmentPolicy;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The assessment model, speaking as the people of an org do; made once for each locale. */
public final class Models {

    private final AssessmentPolicy policy;
    private final Map<Locale, AssessmentModel> speaking = new ConcurrentHashMap<>();

    public Models(AssessmentPolicy policy) {
        this.policy = policy;
    }

    /** Its sentences have the dates and numbers of this locale, and its words as far as there are any. */
    public AssessmentModel in(Locale locale) {
        return speaking.computeIfAbsent(locale, each -> new AssessmentModel(policy, each));
    }
}
