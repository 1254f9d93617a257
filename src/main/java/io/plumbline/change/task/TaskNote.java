package io.plumbline.change.task;

import io.plumbline.assess.Finding;
import io.plumbline.change.FieldText;
import io.plumbline.config.policy.Severity;
import io.plumbline.journal.Answer;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The last line of our text in a task: which findings it was written for. It is how a later run knows, without any
 * memory of its own, whether the findings changed or became worse, and where our text ends and people's notes begin.
 *
 * @param findings the worst severity by finding id, ordered by id
 */
record TaskNote(Map<String, Severity> findings) {

    private static final String START = "Kept by Plumbline for: ";
    private static final String CLOSED = "Closed by Plumbline on ";

    /** Why a task is closed. */
    static final String DONE = "what it asked for is there.";

    static final String MERGED = "its account was merged into this one, where another task asks for the same.";

    private static final Pattern LINE = Pattern.compile("(?m)^" + Pattern.quote(START) + "(.*)$");
    private static final Pattern CLOSED_LINE = Pattern.compile("(?m)^" + Pattern.quote(CLOSED));
    private static final Pattern ENTRY = Pattern.compile("([^ ,()]+) \\(([a-z]+)\\)");

    TaskNote {
        findings = Collections.unmodifiableMap(new TreeMap<>(findings));
    }

    static TaskNote of(List<Finding> findings) {
        Map<String, Severity> bySeverity = new TreeMap<>();
        findings.forEach(finding -> bySeverity.merge(finding.id(), finding.severity(), TaskNote::worseOf));
        return new TaskNote(bySeverity);
    }

    /** Why a task is closed that people answered; their words stay within one line. */
    static String answered(List<Answer> answers) {
        return "it was answered. "
                + answers.stream()
                        .map(answer -> FieldText.normal(answer.reason().replaceAll("\\R", " ")) + " ("
                                + answer.finding() + ", until " + answer.until() + ")")
                        .collect(Collectors.joining("; "));
    }

    /** The note in a description; empty when a person removed it. */
    static Optional<TaskNote> in(String description) {
        Matcher line = LINE.matcher(description);
        if (!line.find()) {
            return Optional.empty();
        }
        Map<String, Severity> findings = new TreeMap<>();
        ENTRY.matcher(line.group(1))
                .results()
                .forEach(entry ->
                        Severity.of(entry.group(2)).ifPresent(severity -> findings.put(entry.group(1), severity)));
        return Optional.of(new TaskNote(findings));
    }

    /** Whether we closed the task ourselves, its reason being gone. */
    static boolean closedByUs(String description) {
        return CLOSED_LINE.matcher(description).find();
    }

    /** What people wrote below our text. */
    static String notesBelow(String description) {
        Matcher line = LINE.matcher(description);
        return line.find() ? description.substring(line.end()) : "";
    }

    /** The description of a task that is closed: our last line gives way to what happened, all else stays. */
    static String closing(String description, LocalDate day, String why) {
        String closed = CLOSED + day + ": " + why;
        Matcher line = LINE.matcher(description);
        return line.find()
                ? description.substring(0, line.start()) + closed + description.substring(line.end())
                : (description.stripTrailing() + "\n\n" + closed).strip();
    }

    Optional<Severity> worst() {
        return findings.values().stream().min(Severity::compareTo);
    }

    boolean worseThan(TaskNote other) {
        return worst().isPresent()
                && other.worst().isPresent()
                && worst().get().compareTo(other.worst().get()) < 0;
    }

    private static Severity worseOf(Severity one, Severity other) {
        return one.atLeast(other) ? one : other;
    }

    @Override
    public String toString() {
        return START
                + findings.entrySet().stream()
                        .map(entry -> entry.getKey() + " (" + entry.getValue().key() + ")")
                        .collect(Collectors.joining(", "));
    }
}
