package io.plumbline.change.task;

import io.plumbline.config.policy.Theme;
import io.plumbline.crm.RecordId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The external id of a task: the account, the theme, and how many tasks the theme has had there.
 *
 * <p>It follows from the account and the verdict alone, so that a repeated write, a second instance or a lost database
 * ends in the same task (traps F1, K1, K7). Letters, digits and hyphens only (trap L6).
 *
 * @param number 1 for the first; it moves on only when the task before it is over and the theme needs action anew
 */
public record TaskKey(RecordId account, Theme theme, int number) {

    private static final Pattern FORM = Pattern.compile("plumbline-([A-Za-z0-9]{18})-([a-z]+)-([1-9][0-9]{0,6})");

    /** Empty for a key that is not of this form, which is then none of ours. */
    public static Optional<TaskKey> parse(String text) {
        Matcher match = FORM.matcher(text);
        return match.matches() && RecordId.isId(match.group(1))
                ? Theme.of(match.group(2))
                        .map(theme -> new TaskKey(RecordId.of(match.group(1)), theme, Integer.parseInt(match.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "plumbline-" + account + "-" + theme.key() + "-" + number;
    }
}
