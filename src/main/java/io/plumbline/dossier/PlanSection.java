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
 *     was not compared, which counts as not copied
 */
public record PlanSection(
        @Nullable String text, List<Item> items, @Nullable Double similarity) {

    public PlanSection {
        items = List.copyOf(items);
    }
}
