package io.plumbline.change.task;

import io.plumbline.crm.RecordId;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The external id of a weekly digest: the person and the week, so that a week has one, whatever happens to a run or to
 * our memory (traps F1, K7).
 *
 * @param week year and number of the ISO week, {@code 2026W27}
 */
record DigestKey(RecordId person, String week) {

    /** What each of them is like, as SQL has it. */
    static final String LIKE = "plumbline-%-digest-%";

    private static final Pattern FORM = Pattern.compile("plumbline-([A-Za-z0-9]{18})-digest-(\\d{4}W\\d{2})");

    /** Every digest's key is so long, and few other keys are. */
    private static final int LENGTH = "plumbline-001000000000000AAA-digest-2026W27".length();

    static DigestKey of(RecordId person, LocalDate day) {
        return new DigestKey(
                person,
                String.format(
                        Locale.ROOT,
                        "%dW%02d",
                        day.get(IsoFields.WEEK_BASED_YEAR),
                        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
    }

    /** Empty for any other key. */
    static Optional<DigestKey> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        Matcher match = FORM.matcher(text);
        return match.matches() && RecordId.isId(match.group(1))
                ? Optional.of(new DigestKey(RecordId.of(match.group(1)), match.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "plumbline-" + person + "-digest-" + week;
    }
}
