package io.plumbline.ops.doctor;

import io.plumbline.config.Configuration;
import io.plumbline.config.connector.ConnectorConfig;
import io.plumbline.config.mapping.Result;
import io.plumbline.config.mapping.ResultField;
import io.plumbline.flow.checkup.ReadingPlan;
import io.plumbline.ops.text.Paragraph;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A configuration without fault, told in full: what it asks of an org, what it writes there, and within which limits. */
public final class ConfigurationText {

    private ConfigurationText() {}

    public static String of(Configuration configuration, Optional<Path> folder) {
        List<String> lines = new ArrayList<>();
        lines.add("The configuration is sound.");
        files(folder, lines);
        heading(
                "What is read (a sync adds its window of time, and leaves out optional fields that the org hides)",
                lines);
        ReadingPlan.of(configuration).forEach((source, soql) -> {
            lines.add("  " + source);
            lines.addAll(Paragraph.of(soql, "    "));
        });
        heading("What is written", lines);
        written(configuration, lines);
        heading("Limits in force", lines);
        limits(configuration).forEach(limit -> lines.addAll(Paragraph.of(limit, "  - ")));
        heading("Not checked, because no org was asked", lines);
        lines.addAll(Paragraph.of(
                "Whether the org has these objects and fields and lets the integration user read and write them:"
                        + " plumbline doctor does. What it would come to: plumbline preview.",
                "  "));
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static void heading(String text, List<String> lines) {
        lines.add("");
        lines.add(text);
    }

    private static void files(Optional<Path> folder, List<String> lines) {
        for (String name : Configuration.FILES) {
            Optional<Path> own = folder.map(path -> path.resolve(name)).filter(Files::exists);
            lines.add("  " + own.map(Path::toString).orElse(name + " (as shipped)"));
        }
    }

    private static void written(Configuration configuration, List<String> lines) {
        configuration.mapping().results().values().stream()
                .filter(result -> isWritten(configuration.connector(), result.result()))
                .forEach(result -> lines.add(line(result)));
        configuration.connector().write().results().stream()
                .filter(result -> configuration.mapping().result(result).isEmpty())
                .forEach(result -> lines.add("  " + result.key() + " has no field"));
        lines.add(
                configuration.connector().write().tasks()
                        ? "  tasks, each with its key in Task."
                                + configuration.mapping().taskKey()
                        : "  no tasks (write.tasks)");
    }

    private static String line(ResultField result) {
        String words = result.labels().isEmpty()
                ? ""
                : " ("
                        + String.join(
                                ", ",
                                result.result().verdicts().stream()
                                        .map(result::label)
                                        .toList()) + ")";
        return String.format("  %-16s Account.%s%s", result.result().key(), result.field(), words);
    }

    private static boolean isWritten(ConnectorConfig connector, Result result) {
        return result == Result.CHANGED_ON || connector.write().results().contains(result);
    }

    private static List<String> limits(Configuration configuration) {
        ConnectorConfig connector = configuration.connector();
        ConnectorConfig.ApiBudget api = connector.api();
        ConnectorConfig.Bounds bounds = connector.write().bounds();
        return List.of(
                "A sync every " + connector.schedule().every().toMinutes() + " minutes, all accounts anew at "
                        + connector.schedule().nightlyAt() + ".",
                "API calls: at most " + percent(api.dailyShare()) + " of the org's in 24 hours, of which "
                        + percent(api.keepForWrites()) + " are kept for writing; none while less than "
                        + percent(api.keepFree()) + " are left for everybody.",
                String.format(
                        Locale.ROOT,
                        "Bulk jobs from %,d rows read and %,d records written on.",
                        api.bulkReadFrom(),
                        api.bulkWriteFrom()),
                String.format(
                        Locale.ROOT,
                        "A sync writes nothing when it would touch more than %s of the accounts, change band or plan"
                                + " currency of more than %s (both from %,d accounts on), or make more than %,d tasks.",
                        percent(bounds.touchedShare()),
                        percent(bounds.changedShare()),
                        bounds.fromAccounts(),
                        bounds.newTasks()),
                "A sync stops when more than " + percent(connector.read().vanishingShare())
                        + " of the rows of one kind, and" + " more than "
                        + connector.read().vanishingFrom() + ", drop out of sight.",
                "A score is written when it differs by " + connector.write().minScoreChange() + " or more.",
                "A person has at most " + configuration.tasks().limits().openPerPerson()
                        + " open tasks of ours and gets at"
                        + " most " + configuration.tasks().limits().newPerPersonAndWeek()
                        + " new ones a week; a theme is"
                        + " left in peace for " + configuration.tasks().limits().coolDownDays()
                        + " days after its task was completed.",
                "The journal keeps " + connector.keepJournal().toDays()
                        + " days. What Salesforce deleted is forgotten after "
                        + connector.keep().deleted().toDays() + " days.",
                "With one token " + connector.requestsPerMinute() + " requests a minute may come over HTTP.");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
