package io.plumbline.dossier.similarity;

/**
 * How alike a section is to the most alike one of another customer.
 *
 * @param similarity above 0 and up to 1: the Jaccard similarity of their shingles
 */
public record Likeness(double similarity, Holder other) {

    /** Whether this one is to be told rather than that one. */
    boolean isBefore(Likeness that) {
        return similarity > that.similarity
                || similarity == that.similarity && other.accountId().compareTo(that.other.accountId()) < 0;
    }
}
