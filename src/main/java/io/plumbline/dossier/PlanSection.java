package io.plumbline.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan holds under one section.
 *
 * @param text may be HTML, as a rich text field stores it
 * @param items the section's own entries; sections that take theirs from objectives, actions, stakeholders or value
 *     opportunities have none here
 * @param similarity 0 to 1, of the whole content to the most alike section in another account's plan; null when it
 *     was not compared, or none is as alike as the policy's threshold, which both count as not copied
 * @param resembles the name of the account of that plan, where it is known
 */
public record PlanSection(
        @Nullable String text,
        List<Item> items,
        @Nullable Double similarity,
        @Nullable String resembles) {

    public PlanSection {
        items = List.copyOf(items);
    }

    /** A section of which it is not known whose it resembles. */
    public PlanSection(@Nullable String text, List<Item> items, @Nullable Double similarity) {
        this(text, items, similarity, null);
    }

    /** The same section, compared with those of other accounts. */
    public PlanSection like(double similar, String account) {
        return new PlanSection(text, items, similar, account);
    }
}
