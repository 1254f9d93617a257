package io.plumbline.config.policy;

import io.plumbline.config.yaml.NearestWord;
import io.plumbline.config.yaml.YamlMap;
import io.plumbline.config.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of {@code assessment.yaml} about the plan: currency, thoroughness, vetting and execution. */
final class PlanPolicyLoader {

    private PlanPolicyLoader() {}

    static CurrencyPolicy currency(YamlMap currency) {
        YamlMap drift = currency.map("drift");
        CurrencyPolicy policy = new CurrencyPolicy(
                PolicyReader.days(currency, "reviewCadenceDays"),
                PolicyReader.days(currency, "substanceCadenceDays"),
                PolicyReader.number(currency, RuleKey.share("dueSoonShare")),
                PolicyReader.days(currency, "periodEndNoticeDays"),
                PolicyReader.days(currency, "successorGapDays"),
                new CurrencyPolicy.Drift(
                        PolicyReader.number(drift, RuleKey.count("dueSoon")),
                        PolicyReader.number(drift, RuleKey.count("stale")),
                        PolicyReader.number(drift, RuleKey.count("max")),
                        PolicyReader.number(drift, RuleKey.aboveZero("valueShareForFull")),
                        PolicyReader.number(drift, RuleKey.count("peopleFactor")),
                        PolicyReader.number(drift, RuleKey.count("decisionMaker")),
                        PolicyReader.number(drift, RuleKey.count("ownerChange")),
                        PolicyReader.number(drift, RuleKey.count("newExecutive")),
                        PolicyReader.number(drift, RuleKey.count("newExecutivesMax"))));
        drift.refuseUnknownKeys();
        currency.refuseUnknownKeys();
        return policy;
    }

    static ThoroughnessPolicy thoroughness(YamlMap thoroughness) {
        List<ThoroughnessPolicy.Section> sections = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlValue value : thoroughness.list("sections")) {
            YamlMap map = value.map();
            ThoroughnessPolicy.Section section = section(map);
            if (!section.asksForText() && !section.asksForItems()) {
                value.problem("asks for nothing; set 'minWords' or 'minItems' above 0");
            }
            if (!ids.add(section.id())) {
                map.problem("id", "names the section '" + section.id() + "' a second time");
            }
            sections.add(section);
        }
        ThoroughnessPolicy policy = new ThoroughnessPolicy(
                PolicyReader.number(thoroughness, RuleKey.share("pass")),
                PolicyReader.number(thoroughness, RuleKey.share("partial")),
                sections);
        thoroughness.refuseUnknownKeys();
        return policy;
    }

    private static ThoroughnessPolicy.Section section(YamlMap map) {
        double minWords = map.has("minWords") ? PolicyReader.number(map, RuleKey.count("minWords")) : 0;
        double minItems = map.has("minItems") ? PolicyReader.number(map, RuleKey.count("minItems")) : 0;
        List<String> itemFields = minItems > 0 || map.has("itemFields") ? map.texts("itemFields") : List.of();
        ThoroughnessPolicy.Section section = new ThoroughnessPolicy.Section(
                map.text("id"), PolicyReader.weight(map), minWords, minItems, itemFields, source(map));
        map.refuseUnknownKeys();
        return section;
    }

    private static ThoroughnessPolicy.@Nullable Source source(YamlMap map) {
        if (!map.has("from")) {
            return null;
        }
        Map<String, ThoroughnessPolicy.Source> sources = new LinkedHashMap<>();
        for (ThoroughnessPolicy.Source source : ThoroughnessPolicy.Source.values()) {
            sources.put(source.key(), source);
        }
        return sources.get(map.oneOf("from", sources.keySet()));
    }

    static VettingPolicy vetting(YamlMap vetting) {
        List<VettingPolicy.Check> checks = new ArrayList<>();
        for (Map.Entry<String, YamlValue> entry : vetting.entries().entrySet()) {
            VettingCheck known = Arrays.stream(VettingCheck.values())
                    .filter(check -> check.id().equals(entry.getKey()))
                    .findAny()
                    .orElse(null);
            if (known == null) {
                refuse(
                        entry,
                        Arrays.stream(VettingCheck.values())
                                .map(VettingCheck::id)
                                .toList());
                continue;
            }
            YamlMap map = entry.getValue().map();
            checks.add(
                    new VettingPolicy.Check(known, PolicyReader.weight(map), PolicyReader.numbers(map, known.keys())));
            map.refuseUnknownKeys();
        }
        return new VettingPolicy(checks);
    }

    static ExecutionPolicy execution(YamlMap execution) {
        List<ExecutionPolicy.Measure> measures = new ArrayList<>();
        for (Map.Entry<String, YamlValue> entry :
                execution.map("measures").entries().entrySet()) {
            ExecutionMeasure known = Arrays.stream(ExecutionMeasure.values())
                    .filter(measure -> measure.id().equals(entry.getKey()))
                    .findAny()
                    .orElse(null);
            if (known == null) {
                refuse(
                        entry,
                        Arrays.stream(ExecutionMeasure.values())
                                .map(ExecutionMeasure::id)
                                .toList());
                continue;
            }
            YamlMap map = entry.getValue().map();
            measures.add(new ExecutionPolicy.Measure(
                    known,
                    PolicyReader.weight(map),
                    PolicyReader.tiers(map),
                    known.hasCurve() ? PolicyReader.curve(map) : null,
                    PolicyReader.numbers(map, known.keys())));
            map.refuseUnknownKeys();
        }
        ExecutionPolicy policy =
                new ExecutionPolicy(PolicyReader.daysAboveZero(execution, "businessReviewCadenceDays"), measures);
        execution.refuseUnknownKeys();
        return policy;
    }

    private static void refuse(Map.Entry<String, YamlValue> entry, List<String> known) {
        entry.getValue().problem("is unknown" + NearestWord.suggestion(entry.getKey(), known));
    }
}
