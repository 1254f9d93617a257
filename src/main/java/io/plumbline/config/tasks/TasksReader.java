package io.plumbline.config.tasks;

import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import io.plumbline.config.yaml.CheckedText;
import io.plumbline.config.yaml.NearestWord;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.config.yaml.YamlMap;
import io.plumbline.config.yaml.YamlValue;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads tasks.yaml. */
final class TasksReader {

    private static final List<String> DAYS =
            Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).toList();
    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::key).toList();
    private static final int MAX_WORKING_DAYS = 365;

    private TasksReader() {}

    /** What the file says; problems are left in the file. */
    static TaskPolicy read(YamlFile file) {
        YamlMap root = file.root();
        String openStatus = CheckedText.words(root.get("openStatus"));
        YamlValue closed = root.get("closedStatus");
        String closedStatus = CheckedText.words(closed);
        if (!openStatus.isEmpty() && openStatus.equals(closedStatus)) {
            closed.problem("is the same as openStatus; a task closed with it would stay open");
        }
        boolean closeResolved = root.flag("closeResolved");
        TaskLimits limits = new TaskLimits(
                root.integer("maxOpenPerPerson", 1, 1000),
                root.integer("maxNewPerPersonPerWeek", 1, 1000),
                root.integer("coolDownDays", 1, MAX_WORKING_DAYS));
        DigestTask digest = digest(root.map("weeklyDigest"));
        Set<String> deferred = new LinkedHashSet<>();
        root.list("deferredStatuses").forEach(value -> deferred.add(CheckedText.words(value)));
        boolean mail = root.flag("assignmentMail");
        Set<DayOfWeek> weekend = weekend(root);
        Map<Theme, ThemeTask> themes = themes(root.map("themes"));
        root.refuseUnknownKeys();
        return new TaskPolicy(themes, openStatus, closedStatus, closeResolved, limits, digest, deferred, mail, weekend);
    }

    private static DigestTask digest(YamlMap map) {
        DigestTask digest = new DigestTask(
                map.flag("make"),
                wording(map.get("subject")),
                CheckedText.words(map.get("priority")),
                map.integer("dueWorkingDays", 0, MAX_WORKING_DAYS));
        map.refuseUnknownKeys();
        return digest;
    }

    private static Set<DayOfWeek> weekend(YamlMap root) {
        Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
        root.list("weekend").forEach(value -> weekend.add(DayOfWeek.valueOf(value.oneOf(DAYS))));
        if (weekend.size() == DAYS.size()) {
            root.problem("weekend", "holds every day of the week, so nothing would ever be due");
        }
        return weekend;
    }

    private static Map<Theme, ThemeTask> themes(YamlMap map) {
        Map<Theme, ThemeTask> themes = new EnumMap<>(Theme.class);
        for (Theme theme : Theme.values()) {
            map.find(theme.key()).ifPresent(value -> themes.put(theme, theme(value.map())));
        }
        map.refuseUnknownKeys();
        return themes;
    }

    private static ThemeTask theme(YamlMap map) {
        boolean make = map.flag("make");
        Severity from = Severity.of(map.oneOf("from", SEVERITIES)).orElseThrow();
        Wording subject = wording(map.get("subject"));
        Wording description = wording(map.get("description"));
        Map<Severity, String> priority = new EnumMap<>(Severity.class);
        Map<Severity, Integer> due = new EnumMap<>(Severity.class);
        YamlMap priorities = map.map("priority");
        YamlMap days = map.map("dueWorkingDays");
        for (Severity severity : Severity.values()) {
            priority.put(severity, CheckedText.words(priorities.get(severity.key())));
            due.put(severity, days.integer(severity.key(), 0, MAX_WORKING_DAYS));
        }
        priorities.refuseUnknownKeys();
        days.refuseUnknownKeys();
        map.refuseUnknownKeys();
        return new ThemeTask(make, from, subject, description, priority, due);
    }

    private static Wording wording(YamlValue value) {
        Wording wording = new Wording(CheckedText.words(value));
        List<String> known = Arrays.stream(Wording.Placeholder.values())
                .map(Wording.Placeholder::key)
                .toList();
        wording.unknownPlaceholders()
                .forEach(name -> value.problem(
                        "speaks of {" + name + "}, which is unknown" + NearestWord.suggestion(name, known)));
        return wording;
    }
}
