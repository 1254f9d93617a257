package io.plumbline.change;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.Band;
import io.plumbline.assess.CheckVerdict;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.assess.Evidence;
import io.plumbline.assess.ExecutiveContact;
import io.plumbline.assess.Finding;
import io.plumbline.assess.MoneyAtStake;
import io.plumbline.assess.PlanCurrency;
import io.plumbline.assess.PlanExecution;
import io.plumbline.assess.PlanThoroughness;
import io.plumbline.assess.PlanVetting;
import io.plumbline.assess.Reason;
import io.plumbline.assess.RelationshipHealth;
import io.plumbline.assess.RoleCoverage;
import io.plumbline.assess.Trend;
import io.plumbline.change.task.People;
import io.plumbline.change.task.Person;
import io.plumbline.config.mapping.Result;
import io.plumbline.config.mapping.ResultField;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import io.plumbline.config.tasks.DigestTask;
import io.plumbline.config.tasks.TaskLimits;
import io.plumbline.config.tasks.TaskPolicy;
import io.plumbline.config.tasks.ThemeTask;
import io.plumbline.config.tasks.Wording;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.RecordId;
import io.plumbline.crm.StorableText;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The language of these tests: one account, its verdict, what Salesforce holds, and the administrator's choices. */
public final class Given {

    public static final RecordId ACCOUNT = RecordId.of("001000000000001");
    public static final RecordId OWNER = RecordId.of("005000000000001");
    public static final RecordId PLAN_OWNER = RecordId.of("005000000000002");
    public static final RecordId MANAGER = RecordId.of("005000000000003");
    /** A Tuesday. */
    public static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    public static final Instant NOW = Instant.parse("2026-06-30T04:00:00.500Z");

    private static final Map<Result, String> FIELDS = fieldNames();

    private Given() {}

    public static FieldName field(Result result) {
        return FieldName.of(FIELDS.get(result));
    }

    public static AccountContext context() {
        return new AccountContext(
                ACCOUNT, "Acme", Optional.of(OWNER), Optional.of(PLAN_OWNER), Optional.of("Acme 2026"), BigDecimal.ONE);
    }

    public static People people() {
        return People.of(List.of(
                new Person(OWNER, "Account owner", true, Optional.of(MANAGER)),
                new Person(PLAN_OWNER, "Plan owner", true, Optional.of(MANAGER)),
                new Person(MANAGER, "Manager", true, Optional.empty())));
    }

    public static ChangePolicy policy() {
        return policy(EnumSet.allOf(Result.class), 1);
    }

    public static ChangePolicy policy(Set<Result> written, int minScoreChange) {
        List<TargetField> targets = written.stream().map(Given::target).toList();
        return ChangePolicy.of(targets, tasks(Severity.WARNING), true, minScoreChange, Optional.empty());
    }

    public static ChangePolicy policy(TaskPolicy tasks) {
        ChangePolicy all = policy();
        return new ChangePolicy(all.targets(), tasks, true, 1, null);
    }

    public static TargetField target(Result result) {
        Map<String, String> labels = new TreeMap<>();
        for (String verdict : result.verdicts()) {
            String words =
                    verdict.charAt(0) + verdict.substring(1).toLowerCase().replace('_', ' ');
            labels.put(verdict, verdict.equals("INSUFFICIENT") ? "Not enough data" : words);
        }
        int length = switch (result) {
            case DETAIL -> 32_768;
            case REASONS -> 1_000;
            case NEXT_STEP, MISSING_ROLES, MISSING_SECTIONS -> 255;
            default -> 0;
        };
        int digits = result == Result.ATTENTION ? 16 : 3;
        return new TargetField(new ResultField(result, field(result), labels), length, digits);
    }

    public static TaskPolicy tasks(Severity from) {
        Map<Theme, ThemeTask> themes = new EnumMap<>(Theme.class);
        for (Theme theme : Theme.values()) {
            themes.put(
                    theme,
                    new ThemeTask(
                            true,
                            from,
                            new Wording("{account}: {finding}"),
                            new Wording("{plan} needs you, {count} in all.\n\n{findings}"),
                            Map.of(
                                    Severity.CRITICAL, "High",
                                    Severity.WARNING, "Normal",
                                    Severity.INFO, "Low"),
                            Map.of(Severity.CRITICAL, 2, Severity.WARNING, 5, Severity.INFO, 10)));
        }
        return tasks(themes, true);
    }

    public static TaskPolicy tasks(Map<Theme, ThemeTask> themes, boolean closeResolved) {
        return new TaskPolicy(
                themes,
                "Not Started",
                "Completed",
                closeResolved,
                new TaskLimits(10, 5, 30),
                new DigestTask(true, new Wording("{count} more"), "Low", 5),
                Set.of("Deferred"),
                false,
                EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    }

    public static Finding finding(String id, Theme theme, Severity severity) {
        return new Finding(id, theme, severity, Evidence.none(), "Seen: " + id + ".", "Do something about " + id + ".");
    }

    /** Salesforce before we ever wrote: all our fields are there and hold nothing. */
    public static KnownState nothingWritten() {
        Map<FieldName, FieldValue> fields = new TreeMap<>();
        FIELDS.values().forEach(name -> fields.put(FieldName.of(name), FieldValue.EMPTY));
        return new KnownState(fields, List.of(), Set.of(), Optional.empty());
    }

    /** What Salesforce holds once the changes were made. */
    public static KnownState after(KnownState before, ChangeSet set) {
        Map<FieldName, FieldValue> fields = new TreeMap<>(before.fields());
        Map<String, KnownTask> tasks = new LinkedHashMap<>();
        before.tasks().forEach(task -> tasks.put(task.key(), task));
        for (Change change : set.changes()) {
            switch (change) {
                case Change.AccountUpdate update ->
                    update.fields().forEach(written -> fields.put(written.field(), written.to()));
                case Change.TaskCreation creation ->
                    tasks.put(
                            creation.taskKey(),
                            new KnownTask(
                                    taskId(tasks.size() + 1),
                                    creation.taskKey(),
                                    KnownTask.State.OPEN,
                                    creation.subject(),
                                    creation.description(),
                                    creation.priority()));
                case Change.TaskRefresh refresh ->
                    tasks.put(
                            refresh.taskKey(),
                            new KnownTask(
                                    refresh.task(),
                                    refresh.taskKey(),
                                    KnownTask.State.OPEN,
                                    refresh.subject(),
                                    refresh.description(),
                                    refresh.priority()));
                case Change.TaskClosure closure ->
                    tasks.computeIfPresent(
                            closure.taskKey(),
                            (key, task) -> new KnownTask(
                                    task.id(),
                                    key,
                                    KnownTask.State.CLOSED,
                                    task.subject(),
                                    closure.description(),
                                    task.priority()));
            }
        }
        Set<String> settled = new java.util.HashSet<>(before.settledTasks());
        settled.addAll(set.settledTasks());
        return new KnownState(fields, List.copyOf(tasks.values()), settled, before.mark());
    }

    /** The same as Salesforce hands it back. */
    public static KnownState stored(KnownState written) {
        Map<FieldName, FieldValue> fields = new TreeMap<>(written.fields());
        fields.replaceAll((field, value) ->
                value instanceof FieldValue.Text text ? FieldValue.text(StorableText.of(text.text())) : value);
        List<KnownTask> tasks = written.tasks().stream()
                .map(task -> new KnownTask(
                        task.id(),
                        task.key(),
                        task.state(),
                        StorableText.of(task.subject()),
                        StorableText.of(task.description()),
                        task.priority()))
                .toList();
        return new KnownState(fields, tasks, written.settledTasks(), written.mark());
    }

    public static KnownState with(KnownState known, Result result, FieldValue value) {
        Map<FieldName, FieldValue> fields = new TreeMap<>(known.fields());
        fields.put(field(result), value);
        return new KnownState(fields, known.tasks(), known.settledTasks(), known.mark());
    }

    public static KnownState without(KnownState known, Result result) {
        Map<FieldName, FieldValue> fields = new TreeMap<>(known.fields());
        fields.remove(field(result));
        return new KnownState(fields, known.tasks(), known.settledTasks(), known.mark());
    }

    /** The tasks as people left them. */
    public static KnownState tasksBecome(KnownState known, KnownTask.State state) {
        List<KnownTask> tasks = known.tasks().stream()
                .map(task -> new KnownTask(
                        task.id(), task.key(), state, task.subject(), task.description(), task.priority()))
                .toList();
        return new KnownState(known.fields(), tasks, known.settledTasks(), known.mark());
    }

    public static KnownState described(KnownState known, java.util.function.UnaryOperator<String> edit) {
        List<KnownTask> tasks = known.tasks().stream()
                .map(task -> new KnownTask(
                        task.id(),
                        task.key(),
                        task.state(),
                        task.subject(),
                        edit.apply(task.description()),
                        task.priority()))
                .toList();
        return new KnownState(known.fields(), tasks, known.settledTasks(), known.mark());
    }

    public static RecordId taskId(int number) {
        return RecordId.of("00T" + String.format("%012d", number));
    }

    /** A verdict that says all is well, to be made worse. */
    public static Verdict verdict() {
        return new Verdict();
    }

    public static final class Verdict {

        private LocalDate day = DAY;
        private @Nullable Double health = 82.4;
        private @Nullable Double vetting = 70.5;
        private double confidence = 96.5;
        private Band band = Band.GREEN;
        private Trend trend = Trend.STEADY;
        private ClockVerdict currency = ClockVerdict.CURRENT;
        private @Nullable Double attention = 12_345.67;
        private @Nullable ExecutiveContact executives = ExecutiveContact.IN_TOUCH;
        private List<String> missingRoles = List.of("innovator");
        private Map<String, Double> sections = Map.of("risks", 0.5);
        private Map<String, CheckVerdict> checks = Map.of("vet.target", CheckVerdict.PASS);
        private List<Finding> findings = List.of();
        private List<Reason> reasons = List.of(
                new Reason("rhythm.recency", "Last contact", 5.34),
                new Reason("breadth.engaged", "People in touch", 0.02));

        public Verdict on(LocalDate date) {
            day = date;
            return this;
        }

        public Verdict health(@Nullable Double score, Band inWords) {
            health = score;
            band = inWords;
            return this;
        }

        public Verdict vetting(@Nullable Double score) {
            vetting = score;
            return this;
        }

        public Verdict trend(Trend where) {
            trend = where;
            return this;
        }

        public Verdict confidence(double known) {
            confidence = known;
            return this;
        }

        public Verdict currency(ClockVerdict worst) {
            currency = worst;
            return this;
        }

        public Verdict attention(@Nullable Double amount) {
            attention = amount;
            return this;
        }

        public Verdict executives(@Nullable ExecutiveContact contact) {
            executives = contact;
            return this;
        }

        public Verdict missingRoles(String... roles) {
            missingRoles = List.of(roles);
            return this;
        }

        public Verdict sections(Map<String, Double> scores) {
            sections = scores;
            return this;
        }

        public Verdict checks(Map<String, CheckVerdict> verdicts) {
            checks = verdicts;
            return this;
        }

        public Verdict findings(Finding... seen) {
            findings = Arrays.asList(seen);
            return this;
        }

        public Verdict reasons(Reason... why) {
            reasons = Arrays.asList(why);
            return this;
        }

        public Assessment build() {
            Integer written = health == null
                    ? null
                    : BigDecimal.valueOf(health)
                            .setScale(0, java.math.RoundingMode.HALF_UP)
                            .intValue();
            Map<String, @Nullable Double> measures = new LinkedHashMap<>();
            measures.put("rhythm.recency", 40.0);
            measures.put("rhythm.reciprocity", null);
            return new Assessment(
                    ACCOUNT.value(),
                    day,
                    "a0P000000000001",
                    new PlanCurrency(currency, clocks(), 0.2),
                    new PlanThoroughness(64.49, sections, List.of()),
                    new PlanVetting(vetting, checks, List.of()),
                    new PlanExecution(null, Map.of()),
                    new RoleCoverage(33.333333, missingRoles),
                    new RelationshipHealth(
                            health,
                            health,
                            written,
                            health,
                            61.5,
                            List.of(),
                            Map.of("rhythm", 40.0),
                            measures,
                            confidence,
                            band,
                            trend,
                            executives),
                    new MoneyAtStake(1_000.5, 200_000.0, attention),
                    new ArrayList<>(findings),
                    reasons);
        }
    }

    private static Map<String, ClockVerdict> clocks() {
        Map<String, ClockVerdict> clocks = new LinkedHashMap<>();
        for (String id : List.of("plan.exists", "plan.period", "plan.review", "plan.substance")) {
            clocks.put(id, ClockVerdict.CURRENT);
        }
        return clocks;
    }

    private static Map<Result, String> fieldNames() {
        Map<Result, String> names = new EnumMap<>(Result.class);
        names.put(Result.HEALTH, "Plumbline_Health__c");
        names.put(Result.RETENTION, "Plumbline_Retention__c");
        names.put(Result.GROWTH, "Plumbline_Growth__c");
        names.put(Result.THOROUGHNESS, "Plumbline_Thoroughness__c");
        names.put(Result.VETTING, "Plumbline_Vetting__c");
        names.put(Result.EXECUTION, "Plumbline_Execution__c");
        names.put(Result.ROLE_COVERAGE, "Plumbline_Role_Coverage__c");
        names.put(Result.CONFIDENCE, "Plumbline_Confidence__c");
        names.put(Result.BAND, "Plumbline_Band__c");
        names.put(Result.PLAN_CURRENCY, "Plumbline_Plan_Currency__c");
        names.put(Result.TREND, "Plumbline_Trend__c");
        names.put(Result.MISSING_ROLES, "Plumbline_Missing_Roles__c");
        names.put(Result.MISSING_SECTIONS, "Plumbline_Missing_Sections__c");
        names.put(Result.EXECUTIVE_CONTACT, "Plumbline_Executive_Contact__c");
        names.put(Result.ATTENTION, "Plumbline_Attention__c");
        names.put(Result.REASONS, "Plumbline_Reasons__c");
        names.put(Result.NEXT_STEP, "Plumbline_Next_Step__c");
        names.put(Result.DETAIL, "Plumbline_Detail__c");
        names.put(Result.CHANGED_ON, "Plumbline_Changed_On__c");
        return names;
    }
}
