package io.plumbline.change.field;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.Trend;
import io.plumbline.change.AccountContext;
import io.plumbline.change.AnsweredAssessment;
import io.plumbline.change.ChangePolicy;
import io.plumbline.change.FieldChange;
import io.plumbline.change.FieldText;
import io.plumbline.change.Held;
import io.plumbline.change.KnownState;
import io.plumbline.change.TargetField;
import io.plumbline.change.VerdictMark;
import io.plumbline.config.mapping.Result;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of an account shall hold, against what they are known to hold.
 *
 * <p><b>Why a text stays although the days in it moved on.</b> Reasons, next step, detail and attention name days and
 * amounts that move every night; written whenever they differ, every account would change every day. So they follow the
 * verdict: the {@link VerdictMark}, kept at the head of the detail (and in the journal, for orgs that do not map the
 * detail), holds a digest of the judged values (the numbers as written, band, currency, trend, ids of the reasons, ids
 * and severities of the findings) and one of the texts written for them. While the first is the same and the texts in
 * Salesforce still have the second, they stay as they are. Because the mark lives beside the texts, a lost or restored
 * database rewrites nothing (traps K7, K9).
 *
 * <p><b>Why a number stays although it moved.</b> Contacts grow older by the day and take a point of health along. A number
 * is written when it is {@code write.minScoreChange} points from the one that stands there; and when any of it, the
 * band, the currency, the trend, the reasons or the findings are written anew, all numbers come up to date with them, so that a
 * person never reads a new band beside an old number.
 *
 * <p>When the verdict is the same but a value of ours is another, somebody changed it by hand, or an automation did: it
 * is restored, and the reason says so.
 */
public final class AccountPlanner {

    private static final List<Result> TEXTS =
            List.of(Result.REASONS, Result.NEXT_STEP, Result.ATTENTION, Result.DETAIL);

    private final AnsweredAssessment answered;
    private final Assessment assessment;
    private final AccountContext context;
    private final KnownState known;
    private final ChangePolicy policy;
    private final Judgement judgement;
    private final String verdict;
    private final @Nullable VerdictMark lastMark;

    public AccountPlanner(AnsweredAssessment answered, AccountContext context, KnownState known, ChangePolicy policy) {
        this.answered = answered;
        this.assessment = answered.open();
        this.context = context;
        this.known = known;
        this.policy = policy;
        this.lastMark =
                DetailJson.mark(knownText(Result.DETAIL)).or(known::mark).orElse(null);
        Judgement calm = calm();
        this.judgement = lastMark != null && lastMark.verdict().equals(calm.digest(answered))
                ? calm
                : Judgement.of(assessment, policy);
        this.verdict = judgement.digest(answered);
    }

    /** Numbers creep by a point as days go by; while that is all, what stands there goes on standing. */
    private Judgement calm() {
        return Judgement.of(assessment, policy).toleratingSmallMoves(policy, known.fields());
    }

    /** The fields to write and the mark of the verdict. */
    public record Outcome(List<FieldChange> fields, List<Held> held, VerdictMark mark) {}

    public Outcome plan(Instant now) {
        Map<Result, FieldValue> desired = new EnumMap<>(Result.class);
        desired.putAll(judgement.values());
        VerdictMark mark;
        if (lastMark != null && sameVerdict() && lastMark.texts().equals(digest(this::knownText))) {
            mark = lastMark;
        } else {
            Map<Result, FieldValue> texts = texts();
            mark = new VerdictMark(verdict, digest(result -> unsealedText(texts, result)));
            seal(texts, mark);
            desired.putAll(texts);
        }
        return compare(desired, mark, now);
    }

    public boolean verdictFlip() {
        return judgement.flips(Result.BAND, policy, known.fields())
                || judgement.flips(Result.PLAN_CURRENCY, policy, known.fields());
    }

    /** Whether nothing else is new than a trend where there could be none before. */
    public boolean trendBegins() {
        FieldValue none = Judgement.label(policy, Result.TREND, Trend.NEW);
        return lastMark != null
                && Judgement.before(Result.TREND, policy, known.fields()).equals(none)
                && judgement.flips(Result.TREND, policy, known.fields())
                && lastMark.verdict().equals(calm().with(Result.TREND, none).digest(answered));
    }

    public boolean judgedBefore() {
        return !Judgement.before(Result.BAND, policy, known.fields()).isEmpty()
                || !Judgement.before(Result.PLAN_CURRENCY, policy, known.fields())
                        .isEmpty();
    }

    private boolean sameVerdict() {
        return lastMark != null && lastMark.verdict().equals(verdict);
    }

    private Outcome compare(Map<Result, FieldValue> desired, VerdictMark mark, Instant now) {
        List<FieldChange> changes = new ArrayList<>();
        List<Held> held = new ArrayList<>();
        desired.forEach((result, value) -> policy.target(result).ifPresent(target -> {
            FieldName field = target.name();
            FieldValue before = known.fields().get(field);
            if (before == null) {
                held.add(new Held(
                        context.id(),
                        field.value(),
                        "Its present value was not read, so it is left alone. An administrator can grant the integration"
                                + " user access to the field, or take it out of mapping.yaml."));
            } else if (!comparable(before).equals(comparable(value))) {
                changes.add(new FieldChange(field, before, value, reason(result, before, value), sameVerdict()));
            }
        }));
        stamp(now).filter(change -> !changes.isEmpty()).ifPresent(changes::add);
        return new Outcome(changes, held, mark);
    }

    private Optional<FieldChange> stamp(Instant now) {
        return policy.target(Result.CHANGED_ON)
                .filter(target -> known.fields().containsKey(target.name()))
                .map(target -> new FieldChange(
                        target.name(),
                        known.fields().getOrDefault(target.name(), FieldValue.EMPTY),
                        FieldValue.moment(now.truncatedTo(ChronoUnit.SECONDS)),
                        "the moment of this change"));
    }

    private String reason(Result result, FieldValue before, FieldValue value) {
        boolean text = TEXTS.contains(result);
        if (lastMark == null && before.isEmpty()) {
            return "written for the first time";
        }
        if (sameVerdict() && before.isEmpty()) {
            return "emptied by hand, put back";
        }
        if (sameVerdict()) {
            return text
                    ? "a text of ours was changed by hand, written anew"
                    : "changed by hand to " + before + ", put back";
        }
        if (value.isEmpty()) {
            return "no longer known";
        }
        return text ? "the verdict changed" : "was " + (before.isEmpty() ? "blank" : before) + ", is " + value;
    }

    /** All texts for the verdict of today, where they have a field. */
    private Map<Result, FieldValue> texts() {
        Map<Result, FieldValue> texts = new LinkedHashMap<>();
        putText(texts, Result.REASONS, ReasonsText.of(assessment));
        putText(texts, Result.NEXT_STEP, assessment.nextStep());
        writable(Result.ATTENTION).ifPresent(target -> texts.put(Result.ATTENTION, attention(target)));
        writable(Result.DETAIL)
                .map(target -> target.length() == 0 ? Integer.MAX_VALUE : target.length())
                .map(length ->
                        new DetailJson(policy.labels(), context.earlierHealth()).unsealed(answered, verdict, length))
                .ifPresent(detail -> texts.put(Result.DETAIL, FieldValue.text(FieldText.normal(detail))));
        return texts;
    }

    private void putText(Map<Result, FieldValue> texts, Result result, String text) {
        writable(result).ifPresent(target -> texts.put(result, FieldValue.text(FieldText.fit(text, target.length()))));
    }

    /** In the account's own currency, whole, within the field's digits (traps H7, H9). */
    private FieldValue attention(TargetField target) {
        Double attention = assessment.money().attention();
        if (attention == null || !Double.isFinite(attention)) {
            return FieldValue.EMPTY;
        }
        return context.exchangeRate()
                .map(rate -> BigDecimal.valueOf(attention).multiply(rate).setScale(0, RoundingMode.HALF_UP))
                .map(whole -> FieldValue.number(whole.min(largest(target, whole))))
                .orElse(FieldValue.EMPTY);
    }

    private static BigDecimal largest(TargetField target, BigDecimal otherwise) {
        return target.digits() == 0
                ? otherwise
                : BigDecimal.TEN.pow(target.digits()).subtract(BigDecimal.ONE);
    }

    private Optional<TargetField> writable(Result result) {
        return policy.target(result).filter(target -> known.fields().containsKey(target.name()));
    }

    private static void seal(Map<Result, FieldValue> texts, VerdictMark mark) {
        texts.computeIfPresent(
                Result.DETAIL, (result, value) -> FieldValue.text(DetailJson.sealed(value.toString(), mark.texts())));
    }

    private static String digest(Function<Result, String> text) {
        return Digest.of(TEXTS.stream()
                .map(result -> DetailJson.withoutSeal(text.apply(result)))
                .toList());
    }

    private static String unsealedText(Map<Result, FieldValue> texts, Result result) {
        return texts.getOrDefault(result, FieldValue.EMPTY).toString();
    }

    private String knownText(Result result) {
        return writable(result)
                .map(target -> known.fields().getOrDefault(target.name(), FieldValue.EMPTY))
                .map(value -> comparable(value).toString())
                .orElse("");
    }

    private static FieldValue comparable(FieldValue value) {
        return value instanceof FieldValue.Text text ? FieldValue.text(FieldText.normal(text.text())) : value;
    }
}
