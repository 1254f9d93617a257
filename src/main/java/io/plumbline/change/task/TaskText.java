package io.plumbline.change.task;

import io.plumbline.assess.Finding;
import io.plumbline.change.AccountContext;
import io.plumbline.change.FieldText;
import io.plumbline.change.KnownTask;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.tasks.ThemeTask;
import io.plumbline.config.tasks.Wording.Placeholder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a task says: filled from the administrator's wording, fit for the fields of Task. */
record TaskText(String subject, String description, String priority) {

    /** Lengths of the standard fields of Task (Object Reference, Task). */
    static final int SUBJECT_LENGTH = 255;

    static final int DESCRIPTION_LENGTH = 32_000;

    /** The same for a task whose predecessor a person ended while the reason stood: it says so in its first line. */
    TaskText after(Optional<KnownTask> predecessor) {
        return predecessor
                .map(over -> {
                    String what = over.state() == KnownTask.State.DELETED ? "deleted" : "completed";
                    String since = over.changedOn().map(day -> " on " + day).orElse("");
                    String first =
                            "Asked again: the task before this one was " + what + since + ", and this is still so.\n\n";
                    return new TaskText(subject, FieldText.fit(first + description, DESCRIPTION_LENGTH), priority);
                })
                .orElse(this);
    }

    /** People's notes longer than this leave no room for ours beside them. */
    static final int MOST_NOTES = 24_000;

    /**
     * @param findings of one theme, the most severe first
     * @param notesBelow what people wrote below our text, kept whole
     */
    static TaskText of(
            ThemeTask task, AccountContext context, List<Finding> findings, TaskNote note, String notesBelow) {
        Finding worst = findings.getFirst();
        Severity severity = worst.severity();
        Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
        values.put(Placeholder.ACCOUNT, context.name());
        values.put(Placeholder.PLAN, context.planName().orElse("the account plan"));
        values.put(Placeholder.FINDING, worst.message());
        values.put(Placeholder.REMEDY, worst.remedy());
        values.put(Placeholder.COUNT, Integer.toString(findings.size()));
        values.put(
                Placeholder.FINDINGS,
                findings.stream()
                        .map(finding -> finding.message() + "\n" + finding.remedy())
                        .collect(Collectors.joining("\n\n")));
        String subject = task.subject().fill(values).replaceAll("\\s+", " ").strip();
        String end = "\n\n" + note + notesBelow;
        int room = Math.max(1, DESCRIPTION_LENGTH - end.length());
        String words = FieldText.fit(task.description().fill(values), room);
        return new TaskText(
                FieldText.fit(subject, SUBJECT_LENGTH),
                FieldText.fit(words + end, DESCRIPTION_LENGTH),
                task.priority(severity));
    }
}
