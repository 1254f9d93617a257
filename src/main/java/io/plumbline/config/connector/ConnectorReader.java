package io.plumbline.config.connector;

import io.plumbline.config.mapping.Result;
import io.plumbline.config.yaml.CheckedText;
import io.plumbline.config.yaml.NearestWord;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.config.yaml.YamlMap;
import io.plumbline.config.yaml.YamlValue;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Set;

/** Reads connector.yaml. */
final class ConnectorReader {

    private static final int DAY = 1440;

    /** The trend looks back over months. */
    private static final int FEWEST_DAYS_KEPT = 180;

    private static final int MOST_DAYS_KEPT = 3650;
    private static final int MOST_REQUESTS = 6000;

    /** A file that was written before this could be said says as little as possible stays. */
    private static final Duration UNLESS_SAID = Duration.ofDays(14);

    /** The law knows no reason to keep them for longer. */
    private static final int MOST_DAYS_DELETED = 90;

    private static final int MOST_ROWS = 1_000_000_000;

    private ConnectorReader() {}

    /** What the file says; problems are left in the file. */
    static ConnectorConfig read(YamlFile file) {
        YamlMap root = file.root();
        String scope = root.find("scope").map(CheckedText::condition).orElse(null);
        String fallback = root.find("fallbackPerson").map(CheckedText::words).orElse(null);
        ConnectorConfig.Schedule schedule = schedule(root.map("schedule"));
        ConnectorConfig.ReadPolicy reading = reading(root.map("read"));
        ConnectorConfig.WritePolicy write = write(root.map("write"));
        YamlMap api = root.map("api");
        ConnectorConfig.ApiBudget budget = new ConnectorConfig.ApiBudget(
                api.number("dailyShare", 0, 1),
                api.number("keepFree", 0, 1),
                api.number("keepForWrites", 0, 0.9),
                api.integer("bulkReadFrom", 0, MOST_ROWS),
                api.integer("bulkWriteFrom", 1, MOST_ROWS));
        if (budget.dailyShare() == 0) {
            api.problem("dailyShare", "is 0, which leaves Plumbline no call at all; give a share above 0");
        }
        api.refuseUnknownKeys();
        YamlMap journal = root.map("journal");
        Duration keep = Duration.ofDays(journal.integer("keepDays", FEWEST_DAYS_KEPT, MOST_DAYS_KEPT));
        journal.refuseUnknownKeys();
        int requestsPerMinute = requestsPerMinute(root);
        Duration deleted = root.has("retention") ? deleted(root.map("retention")) : UNLESS_SAID;
        root.refuseUnknownKeys();
        return new ConnectorConfig(
                scope,
                fallback,
                schedule,
                reading,
                write,
                budget,
                new ConnectorConfig.Keeping(keep, deleted),
                requestsPerMinute);
    }

    /** A file written for an earlier version says nothing of it. */
    private static int requestsPerMinute(YamlMap root) {
        if (!root.has("requests")) {
            return ConnectorConfig.REQUESTS_PER_MINUTE;
        }
        YamlMap requests = root.map("requests");
        int perMinute = requests.integer("perMinute", 1, MOST_REQUESTS);
        requests.refuseUnknownKeys();
        return perMinute;
    }

    private static Duration deleted(YamlMap retention) {
        Duration deleted = Duration.ofDays(retention.integer("deletedDays", 0, MOST_DAYS_DELETED));
        retention.refuseUnknownKeys();
        return deleted;
    }

    private static ConnectorConfig.Schedule schedule(YamlMap map) {
        Duration every = Duration.ofMinutes(map.integer("everyMinutes", 1, DAY));
        LocalTime nightlyAt = timeOfDay(map, "nightlyAt");
        map.refuseUnknownKeys();
        return new ConnectorConfig.Schedule(every, nightlyAt);
    }

    private static LocalTime timeOfDay(YamlMap map, String key) {
        String text = map.text(key);
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException notATime) {
            map.problem(
                    key, "is '" + text + "', which is no time of day; write it as '00:10', with its quotation marks");
            return LocalTime.MIDNIGHT;
        }
    }

    private static ConnectorConfig.ReadPolicy reading(YamlMap map) {
        ConnectorConfig.ReadPolicy policy = new ConnectorConfig.ReadPolicy(
                map.number("vanishingShare", 0, 1), map.integer("vanishingFrom", 0, 1_000_000));
        map.refuseUnknownKeys();
        return policy;
    }

    private static ConnectorConfig.WritePolicy write(YamlMap map) {
        Set<Result> results = EnumSet.of(Result.CHANGED_ON);
        for (YamlValue value : map.list("results")) {
            String key = value.text();
            Result.of(key)
                    .ifPresentOrElse(
                            results::add,
                            () -> value.problem(
                                    "is " + key + ", which is no result" + NearestWord.suggestion(key, Result.keys())));
        }
        boolean tasks = map.flag("tasks");
        int minScoreChange = map.integer("minScoreChange", 1, 100);
        YamlMap limits = map.map("bounds");
        ConnectorConfig.Bounds bounds = new ConnectorConfig.Bounds(
                limits.number("changedShare", 0, 1),
                limits.number("touchedShare", 0, 1),
                limits.integer("fromAccounts", 1, 1_000_000),
                limits.integer("newTasks", 0, 1_000_000));
        limits.refuseUnknownKeys();
        map.refuseUnknownKeys();
        return new ConnectorConfig.WritePolicy(results, tasks, minScoreChange, bounds);
    }
}
