package io.plumbline.assess.thoroughness;

import io.plumbline.config.policy.ThoroughnessPolicy;
import java.util.List;

/**
 * A section of the policy with the names it goes by elsewhere, made once for all accounts.
 *
 * @param id interned, as names read from JSON are, so that most comparisons take one look
 * @param fields that make an item complete; interned likewise
 * @param text what the dossier's {@code notMeasured} calls its text half
 * @param items what it calls the half of its items
 * @param finding the id of a finding about it, interned as the words about it are
 */
record SectionRule(
        ThoroughnessPolicy.Section section, String id, List<String> fields, String text, String items, String finding) {

    static SectionRule of(ThoroughnessPolicy.Section section) {
        String id = section.id().intern();
        List<String> fields = section.itemFields().stream().map(String::intern).toList();
        return new SectionRule(section, id, fields, id + ".text", id + ".items", ("section." + id).intern());
    }
}
