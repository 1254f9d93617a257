package io.plumbline.config.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a thorough plan holds (model section 3); {@code pass} and {@code partial} are shares, 0 to 1. */
public record ThoroughnessPolicy(double pass, double partial, List<Section> sections) {

    /** Where the items of a section come from, when not from the section itself. */
    public enum Source {
        OBJECTIVES("objectives"),
        ACTIONS("actions"),
        STAKEHOLDERS("stakeholders"),
        VALUE_OPPORTUNITIES("valueOpportunities");

        private final String key;

        Source(String key) {
            this.key = key;
        }

        /** The word in the YAML. */
        public String key() {
            return key;
        }
    }

    /**
     * One section.
     *
     * @param minWords words of a full text; 0 when the section asks for no text
     * @param minItems complete items of a full list; 0 when the section asks for no items
     * @param itemFields what makes an item complete
     * @param from null when the items are the section's own
     */
    public record Section(
            String id,
            double weight,
            double minWords,
            double minItems,
            List<String> itemFields,
            @Nullable Source from) {

        public Section {
            itemFields = List.copyOf(itemFields);
        }

        public boolean asksForText() {
            return minWords > 0;
        }

        public boolean asksForItems() {
            return minItems > 0;
        }
    }

    public ThoroughnessPolicy {
        sections = List.copyOf(sections);
    }
}
