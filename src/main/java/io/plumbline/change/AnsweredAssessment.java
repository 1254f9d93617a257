package io.plumbline.change;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.Finding;
import io.plumbline.journal.Answer;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A verdict and what people said of its findings. What was seen was seen: an answer changes no number, no band and no clock.
 * It says that nobody needs to be asked again until its day, so an answered finding is no reason, no next step and no task.
 *
 * @param seen the verdict as it was judged
 * @param open the same without the answered findings and the reasons that are these findings
 * @param answers by finding, those alone that hold on the day of the verdict and whose finding is there
 */
public record AnsweredAssessment(Assessment seen, Assessment open, SortedMap<String, Answer> answers) {

    public AnsweredAssessment {
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    /** A verdict of which nobody said anything. */
    public static AnsweredAssessment unanswered(Assessment assessment) {
        return new AnsweredAssessment(assessment, assessment, new TreeMap<>());
    }

    /** @param given answers about the account, in any order; the day of the verdict decides which of them hold */
    public static AnsweredAssessment of(Assessment seen, Collection<Answer> given) {
        SortedMap<String, Answer> answers = new TreeMap<>();
        given.stream()
                .filter(answer -> answer.holdsOn(seen.asOf()))
                .filter(answer -> seen.findings().stream()
                        .anyMatch(finding -> finding.id().equals(answer.finding())))
                .forEach(answer -> answers.put(answer.finding(), answer));
        return answers.isEmpty() ? unanswered(seen) : new AnsweredAssessment(seen, without(seen, answers), answers);
    }

    private static Assessment without(Assessment seen, SortedMap<String, Answer> answers) {
        return new Assessment(
                seen.accountId(),
                seen.asOf(),
                seen.planId(),
                seen.currency(),
                seen.thoroughness(),
                seen.vetting(),
                seen.execution(),
                seen.roles(),
                seen.health(),
                seen.money(),
                seen.findings().stream()
                        .filter(finding -> !answers.containsKey(finding.id()))
                        .toList(),
                seen.reasons().stream()
                        .filter(reason -> !answers.containsKey(reason.measure()))
                        .toList());
    }

    /** The findings that were answered, in the order of the verdict. */
    public List<Finding> answered() {
        return seen.findings().stream()
                .filter(finding -> answers.containsKey(finding.id()))
                .toList();
    }

    public boolean isAnswered(String finding) {
        return answers.containsKey(finding);
    }

    public Optional<Answer> answer(String finding) {
        return Optional.ofNullable(answers.get(finding));
    }
}
