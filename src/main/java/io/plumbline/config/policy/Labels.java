package io.plumbline.config.policy;

import io.plumbline.config.yaml.CheckedText;
import io.plumbline.config.yaml.NearestWord;
import io.plumbline.config.yaml.YamlMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The labels that an administrator gives to what the policy holds. The key {@code labels} may be left out. */
final class Labels {

    private static final String KEY = "labels";
    private static final List<String> CLOCKS =
            List.of("plan.exists", "plan.period", "plan.review", "plan.substance", "plan.drift");

    private Labels() {}

    static Map<String, String> read(YamlMap root) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (root.has(KEY)) {
            root.map(KEY).entries().forEach((id, label) -> labels.put(id, CheckedText.words(label)));
        }
        return labels;
    }

    /** Reports each label of something that is not there. */
    static void refuseUnknown(YamlMap root, AssessmentPolicy policy) {
        if (policy.labels().isEmpty()) {
            return;
        }
        Set<String> known = known(policy);
        root.map(KEY).entries().forEach((id, label) -> {
            if (!known.contains(id)) {
                label.problem("labels what the policy does not hold" + NearestWord.suggestion(id, known));
            }
        });
    }

    private static Set<String> known(AssessmentPolicy policy) {
        Set<String> known = new TreeSet<>(CLOCKS);
        Arrays.stream(Theme.values()).map(Theme::key).forEach(known::add);
        policy.thoroughness().sections().forEach(section -> known.add("section." + section.id()));
        policy.vetting().checks().forEach(check -> known.add(check.check().id()));
        policy.execution()
                .measures()
                .forEach(measure -> known.add(measure.measure().id()));
        policy.roles().weights().keySet().forEach(role -> known.add("role." + role));
        policy.health()
                .dimensions()
                .forEach(dimension -> dimension.measures().forEach(measure -> known.add(measure.id())));
        policy.health().caps().forEach(cap -> known.add(cap.cap().id()));
        return known;
    }
}
