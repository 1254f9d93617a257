package io.plumbline.assess.thoroughness;

import io.plumbline.assess.Evidence;
import io.plumbline.assess.SectionVerdict;
import io.plumbline.assess.account.Comparison;
import io.plumbline.assess.account.Subject;
import io.plumbline.assess.explanation.Combination;
import io.plumbline.assess.explanation.Records;
import io.plumbline.assess.explanation.Trace;
import io.plumbline.config.policy.ThoroughnessPolicy;
import io.plumbline.dossier.Item;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.PlanEntry;
import io.plumbline.dossier.PlanSection;
import io.plumbline.dossier.text.TextReading;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One section of the governing plan, with the parts that are set and measured (model section 3). */
final class SectionReading {

    private final SectionRule rule;
    private final ThoroughnessPolicy.Section section;
    private final Subject subject;
    private final @Nullable PlanSection content;
    private final @Nullable List<? extends PlanEntry> items;
    private final boolean textMeasured;
    private final boolean itemsMeasured;
    private final Records completeItems;
    private final int words;
    private final int complete;
    private final double score;

    /** With no plan nothing is read but what is measured at all. */
    SectionReading(SectionRule rule, Subject subject, @Nullable Plan plan) {
        this.rule = rule;
        this.section = rule.section();
        this.subject = subject;
        this.content = plan == null ? null : plan.sections().get(rule.id());
        this.items = plan == null ? List.of() : items(plan);
        Set<String> notMeasured = subject.dossier().notMeasured();
        boolean sectionMeasured = !notMeasured.contains(section.id());
        this.textMeasured = section.asksForText() && sectionMeasured && !notMeasured.contains(rule.text());
        this.itemsMeasured =
                section.asksForItems() && sectionMeasured && !notMeasured.contains(rule.items()) && items != null;
        this.completeItems = subject.trace().records();
        this.words = textMeasured ? countWords(isExplained() ? Double.MAX_VALUE : section.minWords()) : 0;
        this.complete = itemsMeasured ? countComplete(isExplained() ? Double.MAX_VALUE : section.minItems()) : 0;
        this.score = isMeasured() ? measure() : 0;
    }

    boolean isMeasured() {
        return textMeasured || itemsMeasured;
    }

    /** What of it is not measured: its id, one half, or null when all is measured. */
    @Nullable
    String notMeasured() {
        if (!isMeasured()) {
            return section.id();
        }
        if (section.asksForText() && !textMeasured) {
            return rule.text();
        }
        return section.asksForItems() && !itemsMeasured ? rule.items() : null;
    }

    /** 0 to 1; 0 when nothing of it is measured. */
    double score() {
        return score;
    }

    private double measure() {
        Trace trace = subject.trace();
        int mark = trace.mark();
        double sum = 0;
        int parts = 0;
        if (textMeasured) {
            int telling = subject.words().text().isFilled(text()) ? words : 0;
            sum += part("text", "words", telling, trace.records(), section.minWords());
            parts++;
        }
        if (itemsMeasured) {
            sum += part("items", "complete", complete, completeItems, section.minItems());
            parts++;
        }
        double mean = sum / parts;
        trace.fold(mark, Combination.MEAN, "mean of the parts", mean);
        if (!isCopied()) {
            return mean;
        }
        double keep = subject.policy().text().boilerplateKeep();
        trace.given("keep", keep);
        trace.fold(mark, Combination.PRODUCT, "copied from another plan", mean * keep);
        return mean * keep;
    }

    private double part(String part, String name, double reached, Records records, double full) {
        Trace trace = subject.trace();
        int mark = trace.mark();
        trace.given(name, reached, records);
        trace.given("for all points", full);
        trace.fold(mark, Combination.QUOTIENT, "share", reached / full);
        trace.given("most", 1);
        trace.fold(mark, Combination.LEAST, part, Math.min(1, reached / full));
        trace.weigh(1);
        return Math.min(1, reached / full);
    }

    SectionVerdict verdict() {
        ThoroughnessPolicy policy = subject.policy().thoroughness();
        if (Comparison.atLeast(score, policy.pass())) {
            return SectionVerdict.PASS;
        }
        return Comparison.atLeast(score, policy.partial()) ? SectionVerdict.PARTIAL : SectionVerdict.FAIL;
    }

    Evidence evidence() {
        Evidence evidence = Evidence.none()
                .with("verdict", verdict())
                .with("score", score)
                .with("similarity", content == null ? null : content.similarity());
        if (textMeasured) {
            evidence = evidence.with("words", allWords()).with("minWords", section.minWords());
        }
        if (itemsMeasured && items != null) {
            evidence = evidence.with("items", items.size())
                    .with("complete", allComplete())
                    .with("minItems", section.minItems());
        }
        return evidence;
    }

    /** Which sentence fits: a copy, or what is short. */
    String variant() {
        if (isCopied()) {
            return resembles() == null ? "copied" : "copied.named";
        }
        if (textMeasured && itemsMeasured) {
            return "both";
        }
        return textMeasured ? "text" : "items";
    }

    /** The account whose plan it resembles, where that is known. */
    @Nullable
    String resembles() {
        return content == null ? null : content.resembles();
    }

    private boolean isCopied() {
        Double similarity = content == null ? null : content.similarity();
        return similarity != null
                && Comparison.atLeast(similarity, subject.policy().text().boilerplateThreshold());
    }

    private @Nullable String text() {
        return content == null ? null : content.text();
    }

    private int allWords() {
        return isExplained() || words < section.minWords() ? words : countWords(Double.MAX_VALUE);
    }

    /** No more are read than are enough, as with items. */
    private int countWords(double enough) {
        return subject.words().text().words(text(), enough);
    }

    private int allComplete() {
        return isExplained() || complete < section.minItems() ? complete : countComplete(Double.MAX_VALUE);
    }

    private boolean isExplained() {
        return subject.trace().isOn();
    }

    /** No more are read than are enough; most plans hold more than the section asks for. */
    private int countComplete(double enough) {
        int count = 0;
        if (items != null) {
            for (int i = 0; i < items.size() && count < enough; i++) {
                Item item = items.get(i).item();
                if (isComplete(item)) {
                    count++;
                    completeItems.add(item.get("id") instanceof String id ? id : null);
                }
            }
        }
        return count;
    }

    private boolean isComplete(Item item) {
        TextReading text = subject.words().text();
        for (String field : rule.fields()) {
            if (!text.isFilled(item.get(field))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable List<? extends PlanEntry> items(Plan plan) {
        if (section.from() == null) {
            return content == null ? List.of() : content.items();
        }
        return switch (section.from()) {
            case OBJECTIVES -> plan.objectives();
            case ACTIONS -> plan.actions();
            case STAKEHOLDERS -> plan.stakeholders();
            case VALUE_OPPORTUNITIES -> plan.valueOpportunities();
        };
    }
}
