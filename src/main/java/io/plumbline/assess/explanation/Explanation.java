package io.plumbline.assess.explanation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every number of one assessment comes from, under the names that the assessment gives them (model section 7).
 *
 * @param single by the key of the assessment, such as {@code health}
 * @param grouped by the key and the id within, such as {@code measures} and {@code rhythm.recency}
 */
public record Explanation(Map<String, Explained> single, Map<String, Map<String, Explained>> grouped) {

    public Explanation {
        single = Collections.unmodifiableMap(new LinkedHashMap<>(single));
        Map<String, Map<String, Explained>> copy = new LinkedHashMap<>();
        grouped.forEach((group, members) -> copy.put(group, Collections.unmodifiableMap(new LinkedHashMap<>(members))));
        grouped = Collections.unmodifiableMap(copy);
    }
}
