package io.plumbline.dossier.similarity;

/**
 * An account whose plan holds a section.
 *
 * @param accountId one per account; the smaller one is named where two are alike to the same degree
 * @param name for people to read
 * @param family the same for accounts that count as one customer and so may share their words; else the account's own Id
 */
public record Holder(String accountId, String name, String family) {

    boolean isKinOf(Holder other) {
        return family.equals(other.family);
    }
}
