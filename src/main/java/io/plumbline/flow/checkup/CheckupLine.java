package io.plumbline.flow.checkup;

import io.plumbline.salesforce.SalesforceFailure;
import java.util.Locale;

/**
 * What one check found.
 *
 * @param id stays the same from version to version; several lines may have one
 * @param subject what was looked at, for people
 * @param says what was found, in sentences and without secrets
 * @param advice who can mend it and how; empty when there is nothing to do
 * @param passing of a problem, whether it may go away without anybody's doing
 */
public record CheckupLine(String id, String subject, State state, String says, String advice, boolean passing) {

    /** How it looks. */
    public enum State {
        OK,
        /** Plumbline works, and somebody should know. */
        WARNING,
        /** Plumbline cannot work, or not in full, before it is mended or has passed. */
        PROBLEM,
        /** It could not be looked at; the line says why. */
        NOT_CHECKED;

        /** As in the JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static CheckupLine ok(String id, String subject, String says) {
        return new CheckupLine(id, subject, State.OK, says, "", false);
    }

    public static CheckupLine warning(String id, String subject, String says, String advice) {
        return new CheckupLine(id, subject, State.WARNING, says, advice, false);
    }

    public static CheckupLine problem(String id, String subject, String says, String advice) {
        return new CheckupLine(id, subject, State.PROBLEM, says, advice, false);
    }

    static CheckupLine failed(String id, String subject, SalesforceFailure failure) {
        return new CheckupLine(id, subject, State.PROBLEM, failure.what(), failure.advice(), failure.passing());
    }

    /** @param because the rest of a sentence, with its full stop */
    public static CheckupLine notChecked(String id, String subject, String because) {
        return new CheckupLine(id, subject, State.NOT_CHECKED, "Not checked, because " + because, "", false);
    }
}
