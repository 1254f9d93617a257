package io.plumbline.dossier;

import io.plumbline.crm.RecordId;
import io.plumbline.mirror.Gap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What of an org cannot be seen, so that what depends on it is unknown and nobody is blamed for it (traps G7, G8, I1).
 *
 * @param hidden objects and fields that the integration user cannot see, each with the reason
 * @param outOfSight by source, how many rows were visible once and are no longer, although nobody saw them deleted
 * @param silent active users who own accounts and took part in no activity within the longest window in which activity is
 *     looked for: that they do nothing, log nothing, or log privately all look the same
 * @param days how long that window is
 */
public record Visibility(List<Gap> hidden, Map<String, Long> outOfSight, List<Silent> silent, int days) {

    /** @param accounts how many accounts the user owns */
    public record Silent(RecordId user, String name, int accounts) {}

    public Visibility {
        hidden = List.copyOf(hidden);
        outOfSight = Collections.unmodifiableMap(new TreeMap<>(outOfSight));
        silent = List.copyOf(silent);
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
        return sentences;
    }
}
