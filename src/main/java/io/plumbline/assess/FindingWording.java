package io.plumbline.assess;

import io.plumbline.assess.account.Observation;
import io.plumbline.assess.health.Loss;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
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

    private final Map<String, Template> templates = new HashMap<>();
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
        properties.forEach((key, value) -> {
            String name = key.toString();
            if (name.startsWith("label.")) {
                labels.put(name.substring("label.".length()), value.toString());
            } else {
                templates.put(name, new Template(value.toString()));
            }
        });
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
        Map<String, @Nullable Object> values =
                new LinkedHashMap<>(observation.evidence().values());
        values.putAll(observation.extras());
        values.put("label", label(observation.id()));
        return new Finding(
                observation.id(),
                observation.theme(),
                observation.severity(),
                observation.evidence(),
                template(observation, "message").write(values),
                template(observation, "remedy").write(values));
    }

    private Template template(Observation observation, String kind) {
        String general = switch (observation.theme()) {
            case THOROUGHNESS -> "section.other";
            case ROLES -> "role.other";
            case CURRENCY, VETTING, EXECUTION, RELATIONSHIP -> "measure.other";
        };
        boolean ownFact = observation.variant().equals(Observation.OWN_FACT);
        for (String id : ownFact ? List.of(general) : List.of(observation.id(), general)) {
            Template special = templates.get(id + "." + observation.variant() + "." + kind);
            if (special != null) {
                return special;
            }
            Template ordinary = templates.get(id + "." + kind);
            if (ordinary != null) {
                return ordinary;
            }
        }
        throw new IllegalStateException(FILE + " has no words for " + observation.id() + "." + kind);
    }

    private static String readable(String id) {
        String words = id.replace('_', ' ').strip();
        return words.isEmpty() ? id : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
