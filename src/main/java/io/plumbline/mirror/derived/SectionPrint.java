package io.plumbline.mirror.derived;

import io.plumbline.crm.RecordId;
import java.util.Optional;

/**
 * What an active plan says under one section, as numbers, and which other customer's is like it.
 *
 * @param identity the same for the same words
 * @param bands by which those that may be alike are found
 * @param name the account's
 * @param family the Id of the account at the top of its hierarchy
 * @param alike empty when none is alike enough
 */
public record SectionPrint(
        RecordId account,
        String plan,
        String section,
        long identity,
        String bands,
        String name,
        String family,
        Optional<Alike> alike) {

    /**
     * @param similarity above 0 and up to 1
     * @param name of the other account
     */
    public record Alike(double similarity, String name) {}

    /** Whether both say the same, and of the same customer. */
    public boolean saysTheSame(SectionPrint other) {
        return with(Optional.empty()).equals(other.with(Optional.empty()));
    }

    public SectionPrint with(Optional<Alike> found) {
        return new SectionPrint(account, plan, section, identity, bands, name, family, found);
    }
}
