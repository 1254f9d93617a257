package io.plumbline.config.policy;

import java.util.List;

/**
 * What counts as words, and which words say nothing.
 *
 * @param boilerplateThreshold the similarity from which a section is a copy
 * @param boilerplateKeep the share of its worth that a copied section keeps
 */
public record TextPolicy(
        List<String> placeholders,
        List<String> placeholderStarts,
        double charactersPerWord,
        double boilerplateThreshold,
        double boilerplateKeep) {

    public TextPolicy {
        placeholders = List.copyOf(placeholders);
        placeholderStarts = List.copyOf(placeholderStarts);
    }
}
