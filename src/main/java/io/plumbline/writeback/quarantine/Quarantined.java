package io.plumbline.writeback.quarantine;

import io.plumbline.crm.RecordId;
import java.time.Duration;
import java.time.Instant;

/**
 * A change that the org refuses for a reason that does not pass by itself.
 *
 * @param prints what was refused, and what the object looked like
 * @param code Salesforce's status code
 * @param message Salesforce's words and who can fix it
 * @param since the first refusal
 * @param attempts how often it was sent since
 * @param dayBeganAt the first attempt of the present day of 24 hours
 */
public record Quarantined(
        RecordId account,
        String changeKey,
        Prints prints,
        String code,
        String message,
        Instant since,
        Instant lastAttemptAt,
        int attempts,
        Instant dayBeganAt,
        int attemptsOfDay) {

    /** A record is sent at most so often a day, whatever changes about it (trap F6). */
    static final int MOST_A_DAY = 3;

    /** Once so much was tried in vain, one attempt a day is enough. */
    static final int SOON = 3;

    static final Duration DAY = Duration.ofHours(24);

    /**
     * By what it is seen that the cause may be gone.
     *
     * @param payload of the values that were sent
     * @param schema of the object they were sent to
     */
    public record Prints(String payload, String schema) {}

    /** Whether it may be sent now: the change or the object is another one, or enough time went by. */
    public boolean isDue(Prints now, Instant at) {
        boolean dayIsOver = !at.isBefore(dayBeganAt.plus(DAY));
        boolean another = !prints.equals(now);
        return (dayIsOver || attemptsOfDay < MOST_A_DAY) && (another || !at.isBefore(nextAttempt()));
    }

    /** When it is sent again although nothing changed. */
    public Instant nextAttempt() {
        return lastAttemptAt.plus(attempts < SOON ? DAY.dividedBy(MOST_A_DAY) : DAY);
    }

    Quarantined refusedAgain(Prints now, String saidCode, String saidMessage, Instant at) {
        boolean dayIsOver = !at.isBefore(dayBeganAt.plus(DAY));
        boolean another = !prints.payload().equals(now.payload());
        return new Quarantined(
                account,
                changeKey,
                now,
                saidCode,
                saidMessage,
                since,
                at,
                another ? 1 : attempts + 1,
                dayIsOver ? at : dayBeganAt,
                dayIsOver ? 1 : attemptsOfDay + 1);
    }

    static Quarantined first(
            RecordId account, String changeKey, Prints prints, String code, String message, Instant at) {
        return new Quarantined(account, changeKey, prints, code, message, at, at, 1, at, 1);
    }
}
