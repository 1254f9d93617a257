package io.plumbline.flow;

import io.plumbline.journal.Answer;
import io.plumbline.journal.JudgedAccount;
import java.util.Map;
import java.util.Optional;

/**
 * What was last thought of an account, and what people said of it.
 *
 * @param answers those that hold on the day of the verdict, by finding
 * @param labels what clocks, sections, checks, measures, roles and caps are called, by id
 */
public record LatestVerdict(JudgedAccount.InFull judged, Map<String, Answer> answers, Map<String, String> labels) {

    public LatestVerdict {
        answers = Map.copyOf(answers);
        labels = Map.copyOf(labels);
    }

    public Optional<Answer> answer(String finding) {
        return Optional.ofNullable(answers.get(finding));
    }

    /** What was looked at, for people; its id where nobody gave it a name. */
    public String label(String finding) {
        return labels.getOrDefault(finding, finding);
    }
}
