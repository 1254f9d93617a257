package io.plumbline.config.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A number about an account that no field holds, counted from the history of its opportunities.
 *
 * @param name the name by which measures of the policy refer to it
 * @param days how far back is looked; of no account for {@link Count#STAGE_AGE}
 */
public record HistoryFact(String name, Count count, int days) {

    /** What is counted. */
    public enum Count {
        /** How often the close date of an opportunity was moved to a later month. */
        PUSHES("pushes"),
        /** How many days open opportunities have stood in their stage, on average. */
        STAGE_AGE("stageAge"),
        /** By which share of what they were before, 0 to 1, amounts of opportunities were lowered. */
        AMOUNT_CUT("amountCut");

        private final String key;

        Count(String key) {
            this.key = key;
        }

        /** The word in mapping.yaml. */
        public String key() {
            return key;
        }

        static Optional<Count> of(String key) {
            return Arrays.stream(values())
                    .filter(count -> count.key.equals(key))
                    .findFirst();
        }

        static List<String> keys() {
            return Arrays.stream(values()).map(Count::key).toList();
        }
    }
}
