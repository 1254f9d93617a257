package io.plumbline.assess;

import io.plumbline.assess.account.Observation;
import io.plumbline.assess.health.Loss;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * The words for what the assessment finds and takes off, from {@code messages.properties}: for each finding a message and a
 * remedy, and a short label for each clock, section, check, measure, role, cap and theme. Another language is a file beside it,
 * such as {@code messages_de.properties}; what that file lacks is said in English. Labels that the administrator gives in
 * {@code assessment.yaml} come before all of these.
 *
 * <p>What an administrator added has no words of its own; it gets the general ones of its kind, with its id made readable.
 * Safe for use by several threads.
 */
final class FindingWording {

    /** Of a sentence, in characters; longer ones take a moment more. */
    private static final int USUAL_LENGTH = 256;

    private static final String BUNDLE = "io.plumbline.assess.messages";

    private final Sentences messages = new Sentences();
    private final Sentences remedies = new Sentences();
    private final Map<String, String> labels = new HashMap<>();

    /** By id, for all ids that the bundle or the policy has words for. */
    private final Map<String, Wording> wordings = new HashMap<>();

    /**
     * @param locale whose words, dates and numbers; the root locale for English with numbers and dates that all read
     * @param ownLabels by id, instead of those of the bundle
     */
    FindingWording(Locale locale, Map<String, String> ownLabels) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                FindingWording.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Script script = new Script(locale, bundle);
        for (String key : bundle.keySet()) {
            keep(key, bundle.getString(key), script);
        }
        labels.putAll(ownLabels);
        labels.keySet().forEach(this::prepare);
        messages.ids().forEach(this::prepare);
        remedies.ids().forEach(this::prepare);
    }

    /** Ids are interned, as those of observations are, so that most comparisons take one look. */
    private void prepare(String id) {
        wordings.put(id.intern(), new Wording(labelOf(id), messages.variants(id), remedies.variants(id)));
    }

    private void keep(String key, String words, Script script) {
        String kind = key.substring(key.lastIndexOf('.') + 1);
        String name = key.substring(0, Math.max(0, key.lastIndexOf('.')));
        if (key.startsWith("label.")) {
            labels.put(key.substring("label.".length()), words);
        } else if (kind.equals("message")) {
            messages.put(name, new Template(words, script));
        } else if (kind.equals("remedy")) {
            remedies.put(name, new Template(words, script));
        } else if (!key.startsWith("word.")) {
            throw new IllegalStateException(BUNDLE + " has words of no kind: " + key);
        }
    }

    /**
     * A short label a person reads, such as {@code Executives met} for {@code executive.engaged}.
     *
     * @param id of a clock, section ({@code section.risks}), check, measure, role ({@code role.innovator}), cap or theme
     */
    String label(String id) {
        return wording(id).label();
    }

    private Wording wording(String id) {
        Wording known = wordings.get(id);
        return known != null ? known : new Wording(labelOf(id), Map.of(), Map.of());
    }

    private String labelOf(String id) {
        String label = labels.get(id);
        return label != null ? label : readable(id.substring(id.lastIndexOf('.') + 1));
    }

    /** All labels by id, those of the policy before those of the language. */
    Map<String, String> labels() {
        return Map.copyOf(labels);
    }

    Reason reason(Loss loss) {
        return new Reason(loss.id(), label(loss.id()), loss.points());
    }

    /** In words, in the same order. */
    List<Finding> findings(List<Observation> observations) {
        List<Finding> findings = new ArrayList<>(observations.size());
        StringBuilder draft = new StringBuilder(USUAL_LENGTH);
        for (Observation observation : observations) {
            findings.add(finding(observation, draft));
        }
        return findings;
    }

    private Finding finding(Observation observation, StringBuilder draft) {
        Wording own = wording(observation.id());
        String variant = Sentences.variant(observation);
        Template message = messages.about(observation, variant, own.messages());
        Template remedy = remedies.about(observation, variant, own.remedies());
        return new Finding(
                observation.id(),
                observation.theme(),
                observation.severity(),
                observation.evidence(),
                message.write(observation, own.label(), draft),
                remedy.write(observation, own.label(), draft));
    }

    private static String readable(String id) {
        String words = id.replace('_', ' ').strip();
        return words.isEmpty() ? id : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
