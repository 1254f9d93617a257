package io.plumbline.config.policy;

import java.util.List;
import java.util.regex.Pattern;

/** How a title tells the seniority; the first list with a match wins, in this order. */
public record SeniorityPolicy(
        List<Pattern> exclude, List<Pattern> executive, List<Pattern> director, List<Pattern> manager) {

    public SeniorityPolicy {
        exclude = List.copyOf(exclude);
        executive = List.copyOf(executive);
        director = List.copyOf(director);
        manager = List.copyOf(manager);
    }
}
