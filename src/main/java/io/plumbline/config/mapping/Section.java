package io.plumbline.config.mapping;

import io.plumbline.crm.FieldName;
import java.util.List;

/**
 * Where the content of one plan section comes from. Sections whose items the policy takes from another part of the
 * plan ({@code from}) need no items here.
 *
 * @param id the section's id in the policy
 * @param entry the value of {@link Fact#SECTION_ENTRY_SECTION} that marks this section's entries
 * @param items whether its items are the entries that have a name; false when items are not measured
 */
public record Section(String id, String entry, Text text, boolean items) {

    /** Where the text comes from. */
    public sealed interface Text {}

    /** From nowhere: not measured. */
    public record NoText() implements Text {}

    /** From the entries of {@link SourceName#PLAN_SECTIONS}, joined in their order. */
    public record EntryText() implements Text {}

    /** From fields of the plan itself, joined in this order. */
    public record PlanText(List<FieldName> fields) implements Text {
        public PlanText {
            fields = List.copyOf(fields);
        }
    }

    public boolean hasText() {
        return !(text instanceof NoText);
    }

    public boolean isMapped() {
        return items || hasText();
    }
}
