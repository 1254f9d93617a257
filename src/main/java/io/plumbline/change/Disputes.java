package io.plumbline.change;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.journal.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Ends a quarrel over a field (trap F13): where somebody, an automation mostly, changes our value as often as we put it
 * back, each run would write the account anew and wake that automation again. After three corrections within
 * {@link #DAYS} days the field is left as it is and reported. A new verdict is written all the same.
 */
public final class Disputes {

    /** So far back corrections count. */
    private static final int DAYS = 7;

    private static final int CORRECTIONS = 3;

    private Disputes() {}

    /** Whether the plan puts anything back at all. */
    public static boolean possibleIn(ChangeSet set) {
        return set.accountUpdate().stream()
                .flatMap(update -> update.fields().stream())
                .anyMatch(FieldChange::restores);
    }

    /** The writes of an account's fields that count, among what was sent for it. */
    public static List<Change.AccountUpdate> lately(Collection<Effect> sent, Instant now) {
        Instant from = now.minus(Duration.ofDays(DAYS));
        return sent.stream()
                .filter(effect -> effect.outcome() == Effect.Outcome.OK
                        && !effect.settledAt().isBefore(from))
                .map(effect -> ChangeJson.read(effect.payload()))
                .filter(Change.AccountUpdate.class::isInstance)
                .map(Change.AccountUpdate.class::cast)
                .toList();
    }

    /**
     * @param lately what was saved of the account's fields in the last days
     * @return the plan without the corrections that were made often enough, which are held
     */
    public static ChangeSet hold(ChangeSet set, Collection<Change.AccountUpdate> lately) {
        List<Change> changes = new ArrayList<>();
        List<Held> held = new ArrayList<>(set.held());
        for (Change change : set.changes()) {
            if (change instanceof Change.AccountUpdate update) {
                List<FieldChange> kept = new ArrayList<>();
                for (FieldChange field : update.fields()) {
                    if (field.restores() && corrections(field.field(), lately) >= CORRECTIONS) {
                        held.add(new Held(set.account(), field.field().value(), words(field.field())));
                    } else {
                        kept.add(field);
                    }
                }
                if (!kept.stream().allMatch(Disputes::isStamp)) {
                    changes.add(new Change.AccountUpdate(update.account(), kept));
                }
            } else {
                changes.add(change);
            }
        }
        return set.with(changes, held);
    }

    private static long corrections(FieldName field, Collection<Change.AccountUpdate> lately) {
        return lately.stream()
                .flatMap(update -> update.fields().stream())
                .filter(change -> change.restores() && change.field().equals(field))
                .count();
    }

    /** Nothing but the moment of the change is no change. */
    private static boolean isStamp(FieldChange change) {
        return change.to() instanceof FieldValue.Moment;
    }

    private static String words(FieldName field) {
        return "Something in the org changed " + field + " back " + CORRECTIONS + " times within " + DAYS
                + " days, so it is left alone until the verdict is another. A Salesforce administrator finds the flow or"
                + " trigger that writes it, and lets it except the custom permission Plumbline_Bypass.";
    }
}
