package io.plumbline.assess.thoroughness;

import io.plumbline.config.policy.ThoroughnessPolicy;

/**
 * A section of the policy with the names it goes by elsewhere, made once for all accounts.
 *
 * @param text what the dossier's {@code notMeasured} calls its text half
 * @param items what it calls the half of its items
 * @param finding the id of a finding about it
 */
record SectionRule(ThoroughnessPolicy.Section section, String text, String items, String finding) {

    static SectionRule of(ThoroughnessPolicy.Section section) {
        String id = section.id();
        return new SectionRule(section, id + ".text", id + ".items", "section." + id);
    }
}
