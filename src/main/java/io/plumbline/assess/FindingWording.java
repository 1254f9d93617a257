package io.plumbline.assess;

import io.plumbline.assess.account.Observation;
import io.plumbline.assess.health.Loss;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The words for what the assessment finds and takes off, from {@code messages.properties}: for each finding a message and a remedy, and
 * a short label for each clock, section, check, measure, role, cap and theme.
 *
 * <p>What an administrator added has no words of its own; it gets the general ones of its kind, with its id made readable.
 * Safe for use by several threads.
 */
final class FindingWording {

    private static final String FILE = "messages.properties";

    private final Map<String, Template> messages = new HashMap<>();
    private final Map<String, Template> remedies = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();

    FindingWording() {
        Properties properties = new Properties();
        try (InputStream stream = FindingWording.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException(FILE + " is not in the jar");
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " in the jar cannot be read", e);
        }
        properties.forEach((key, value) -> keep(key.toString(), value.toString()));
    }

    private void keep(String key, String words) {
        String kind = key.substring(key.lastIndexOf('.') + 1);
        String name = key.substring(0, Math.max(0, key.lastIndexOf('.')));
        if (key.startsWith("label.")) {
            labels.put(key.substring("label.".length()), words);
        } else if (kind.equals("message")) {
            messages.put(name, new Template(words));
        } else if (kind.equals("remedy")) {
            remedies.put(name, new Template(words));
        } else {
            throw new IllegalStateException(FILE + " has words of no kind: " + key);
        }
    }

    /**
     * A short label a person reads, such as {@code Executives met} for {@code executive.engaged}.
     *
     * @param id of a clock, section ({@code section.risks}), check, measure, role ({@code role.innovator}), cap or theme
     */
    String label(String id) {
        String label = labels.get(id);
        return label != null ? label : readable(id.substring(id.lastIndexOf('.') + 1));
    }

    Reason reason(Loss loss) {
        return new Reason(loss.id(), label(loss.id()), loss.points());
    }

    Finding finding(Observation observation) {
        String label = label(observation.id());
        Function<String, @Nullable Object> values = name -> name.equals("label") ? label : observation.value(name);
        return new Finding(
                observation.id(),
                observation.theme(),
                observation.severity(),
                observation.evidence(),
                template(observation, messages).write(values),
                template(observation, remedies).write(values));
    }

    private Template template(Observation observation, Map<String, Template> templates) {
        String general = switch (observation.theme()) {
            case THOROUGHNESS -> "section.other";
            case ROLES -> "role.other";
            case CURRENCY, VETTING, EXECUTION, RELATIONSHIP -> "measure.other";
        };
        boolean ownFact = observation.variant().equals(Observation.OWN_FACT);
        for (String id : ownFact ? List.of(general) : List.of(observation.id(), general)) {
            Template special = observation.variant().isEmpty() ? null : templates.get(id + "." + observation.variant());
            if (special != null) {
                return special;
            }
            Template ordinary = templates.get(id);
            if (ordinary != null) {
                return ordinary;
            }
        }
        throw new IllegalStateException(FILE + " has no message or no remedy for " + observation.id());
    }

    private static String readable(String id) {
        String words = id.replace('_', ' ').strip();
        return words.isEmpty() ? id : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
