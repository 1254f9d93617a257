package io.plumbline.flow.checkup;

import io.plumbline.config.mapping.Source;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.config.policy.ByTier;
import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.SoqlQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Which kinds of activity there are at all. Where a kind is not recorded, silence says nothing about people: mail and
 * meetings that Einstein Activity Capture only shows are no records (trap G8).
 */
final class ActivityCheck implements SignedInCheck {

    private static final String SUBTYPE = "TaskSubtype";
    private static final String CAPTURE =
            "Where mail and calendars come by Einstein Activity Capture, they are shown and not recorded: a Salesforce"
                    + " administrator turns on Sync Email as Salesforce Activity and event sync. Until then health rests on what"
                    + " people log.";

    @Override
    public String id() {
        return "activity";
    }

    @Override
    public String subject() {
        return "Activity";
    }

    @Override
    public List<CheckupLine> lines(SignedIn org) {
        int days = days(org);
        OptionalLong calls = tasks(org, days, "Call");
        OptionalLong mails = sum(tasks(org, days, "Email"), rows(org, SourceName.EMAILS, days, Optional.empty()));
        OptionalLong meetings = rows(org, SourceName.EVENTS, days, Optional.empty());
        OptionalLong tasks = rows(org, SourceName.TASKS, days, Optional.of(notOurs(org)));
        String counted = "In the last " + days + " days: " + words(meetings, "meetings") + ", " + words(calls, "calls")
                + ", " + words(mails, "e-mails") + ", " + words(tasks, "tasks of all kinds") + ".";
        List<String> missing = Stream.of(
                        none(meetings) ? "meeting" : "", none(mails) ? "e-mail" : "", none(calls) ? "call" : "")
                .filter(kind -> !kind.isEmpty())
                .toList();
        return List.of(
                missing.isEmpty()
                        ? CheckupLine.ok(id(), subject(), counted)
                        : CheckupLine.warning(
                                id(),
                                subject(),
                                counted + " Nobody records any " + String.join(" or ", missing)
                                        + ", so their absence says nothing about an account.",
                                CAPTURE));
    }

    private static int days(SignedIn org) {
        ByTier<Double> capture = org.configuration().policy().windows().capture();
        return (int) Math.ceil(Math.max(capture.one(), Math.max(capture.two(), capture.three())));
    }

    private static OptionalLong tasks(SignedIn org, int days, String subtype) {
        Optional<ObjectName> object =
                org.configuration().mapping().source(SourceName.TASKS).map(Source::object);
        boolean told = object.filter(org.salesforce().objects()::contains)
                .filter(task -> org.salesforce().describe(task).field(SUBTYPE).isPresent())
                .isPresent();
        return told
                ? rows(org, SourceName.TASKS, days, Optional.of(SUBTYPE + " = '" + subtype + "' AND " + notOurs(org)))
                : OptionalLong.empty();
    }

    private static String notOurs(SignedIn org) {
        return org.configuration().mapping().taskKey() + " = null";
    }

    /** How many records of a kind are new; empty when the kind is not mapped or cannot be seen. */
    private static OptionalLong rows(SignedIn org, SourceName name, int days, Optional<String> more) {
        Optional<Source> source = org.configuration()
                .mapping()
                .source(name)
                .filter(mapped -> org.salesforce().objects().contains(mapped.object()));
        if (source.isEmpty()) {
            return OptionalLong.empty();
        }
        List<String> conditions = new ArrayList<>();
        conditions.add("CreatedDate = LAST_N_DAYS:" + days);
        source.get().where().map(where -> "(" + where + ")").ifPresent(conditions::add);
        more.ifPresent(conditions::add);
        return OptionalLong.of(org.salesforce()
                .count(new SoqlQuery(
                        source.get().object(),
                        List.of(),
                        Optional.of(String.join(" AND ", conditions)),
                        Optional.empty(),
                        false)));
    }

    private static OptionalLong sum(OptionalLong one, OptionalLong other) {
        return one.isEmpty() ? other : other.isEmpty() ? one : OptionalLong.of(one.getAsLong() + other.getAsLong());
    }

    private static boolean none(OptionalLong number) {
        return number.orElse(0) == 0;
    }

    private static String words(OptionalLong number, String noun) {
        return number.isEmpty()
                ? noun + " cannot be seen"
                : String.format(Locale.ROOT, "%,d %s", number.getAsLong(), noun);
    }
}
