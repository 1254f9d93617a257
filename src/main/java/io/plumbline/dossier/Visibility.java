package io.plumbline.dossier;

import io.plumbline.crm.RecordId;
import io.plumbline.mirror.Gap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What of an org cannot be seen, so that what depends on it is unknown and nobody is blamed for it (traps G7, G8, I1).
 *
 * @param hidden objects and fields that the integration user cannot see, each with the reason
 * @param outOfSight by source, how many rows were visible once and are no longer, although nobody saw them deleted
 * @param silent active users who own accounts and took part in no activity within the longest window in which activity is
 *     looked for: that they do nothing, log nothing, or log privately all look the same
 * @param days how long that window is
 * @param archive what is held of the activities that the org has archived; empty where it has none, or too young ones
 */
public record Visibility(
        List<Gap> hidden, Map<String, Long> outOfSight, List<Silent> silent, int days, Optional<Archive> archive) {

    /**
     * The activities from so long ago that Salesforce archives them: only a query that asks for them is given them (trap
     * G7).
     *
     * @param before the first day that is not archived yet
     * @param activities how many of those before it are held
     * @param oldest the day of the oldest one held; null when there is none
     */
    public record Archive(
            LocalDate before, long activities, @Nullable LocalDate oldest) {

        /** Whether none of them can be seen. */
        public boolean isHidden() {
            return activities == 0;
        }
    }

    /** @param accounts how many accounts the user owns */
    public record Silent(RecordId user, String name, int accounts) {}

    public Visibility {
        hidden = List.copyOf(hidden);
        outOfSight = Collections.unmodifiableMap(new TreeMap<>(outOfSight));
        silent = List.copyOf(silent);
    }

    /** The same but for objects and fields, for where those were told already. */
    public Visibility withoutHidden() {
        return new Visibility(List.of(), outOfSight, silent, days, archive);
    }

    /** One sentence for each thing that cannot be seen, saying what is unknown because of it and who can change that. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        hidden.forEach(gap -> sentences.add(gap.reason()));
        outOfSight.forEach((source, rows) -> sentences.add(rows + " rows of " + source
                + " were visible once and are no longer, although nobody saw them deleted. They count as unknown: a"
                + " Salesforce administrator checks what the integration user may see."));
        silent.forEach(user -> sentences.add(user.name() + " owns " + user.accounts()
                + (user.accounts() == 1 ? " account" : " accounts")
                + " and took part in no activity that can be seen in "
                + days
                + " days. Relationship health there rests on little: ask whether calls and meetings are logged, or"
                + " are private."));
        archive.filter(Archive::isHidden)
                .ifPresent(hiddenBefore -> sentences.add("No activity before " + hiddenBefore.before()
                        + " can be seen, although there are accounts from before: what was done further back, such as the"
                        + " last review of the business, is unknown. Salesforce archives activities after a year: a"
                        + " Salesforce administrator checks whether they were exported and deleted."));
        return sentences;
    }
}
