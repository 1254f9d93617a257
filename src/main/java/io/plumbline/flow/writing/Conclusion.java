package io.plumbline.flow.writing;

import io.plumbline.extract.ExtractReport;
import io.plumbline.extract.SourceReport;
import io.plumbline.flow.Portfolio;
import io.plumbline.flow.SyncSummary;
import io.plumbline.flow.SyncSummary.Status;
import io.plumbline.flow.SyncSummary.Written;
import io.plumbline.flow.checking.CheckedOrg;
import io.plumbline.flow.judging.JudgedOrg;
import io.plumbline.flow.metrics.OrgMeters;
import io.plumbline.flow.metrics.RunMeters;
import io.plumbline.journal.Run;
import io.plumbline.journal.RunCounters;
import io.plumbline.mirror.Gap;
import io.plumbline.salesforce.OrgIdentity;
import io.plumbline.writeback.StepWatch;
import io.plumbline.writeback.WritebackReport;
import io.plumbline.writeback.quarantine.Quarantined;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Last step: close the run in the journal and tell what happened. */
public final class Conclusion {

    private static final int SHOWN = 5;

    private final Portfolio portfolio;
    private final StepWatch watch;
    private final RunMeters runs;
    private final OrgMeters orgs;

    public Conclusion(Portfolio portfolio, StepWatch watch, RunMeters runs, OrgMeters orgs) {
        this.runs = runs;
        this.orgs = orgs;
        this.watch = watch;
        this.portfolio = portfolio;
    }

    public SyncSummary of(WrittenOrg written) {
        JudgedOrg judged = written.judged();
        CheckedOrg org = judged.read().org();
        List<String> problems = problems(written);
        SyncSummary summary = new SyncSummary(
                problems.isEmpty() ? Status.COMPLETE : Status.PARTIAL,
                address(org.identity()) + " as " + org.identity().userName(),
                org.identity().currency(),
                org.asOf(),
                org.request().dryRun(),
                judged.plan().size(),
                judged.accounts(),
                judged.tally().bands(),
                judged.tally().currencies(),
                written.written(),
                org.run().meter().usage(),
                org.run().meter().took(),
                judged.tally().first(),
                remarks(judged),
                problems);
        watch.around(
                StepWatch.Step.CLOSE,
                () -> org.run()
                        .finish(
                                problems.isEmpty() ? Run.State.COMPLETE : Run.State.PARTIAL,
                                counters(written, summary),
                                String.join(" ", problems)));
        written.report().ifPresent(runs::wrote);
        orgs.told(judged.read().orgId(), summary.calls());
        portfolio.concluded(
                judged.read().orgId(),
                summary,
                written.report().filter(WritebackReport::worthRepeating).isPresent());
        return summary;
    }

    private static String address(OrgIdentity org) {
        return org.instance().toString().replaceAll("/$", "");
    }

    private static RunCounters counters(WrittenOrg written, SyncSummary summary) {
        Written counted = written.report().isPresent() ? summary.written() : Written.NOTHING;
        return new RunCounters(
                summary.judged(),
                summary.accounts(),
                counted.accountsTouched(),
                counted.fields(),
                counted.tasksCreated(),
                counted.tasksUpdated(),
                counted.tasksClosed(),
                written.report().map(WritebackReport::sent).orElse(0),
                written.report().map(WritebackReport::ok).orElse(0),
                counted.refused(),
                counted.unknown(),
                written.report().map(WritebackReport::held).orElse(0),
                summary.apiCalls());
    }

    private static List<String> problems(WrittenOrg written) {
        List<String> problems = new ArrayList<>();
        written.judged().read().report().failure().ifPresent(failure -> problems.add(failure.sentence()));
        written.refusal()
                .ifPresent(refusal -> problems.add(refusal.sentence()
                        + " Should it be expected, for example after a change of the policy, plumbline sync --accept "
                        + written.judged().read().run() + " goes on with so much and no more."));
        written.report().ifPresent(report -> {
            report.stoppedBy().ifPresent(failure -> problems.add(failure.sentence()));
            problems.addAll(refusals(report));
            problems.addAll(quarantined(report));
            if (!report.unknown().isEmpty()) {
                problems.add(
                        "Of " + report.unknown().size() + " records it is not known whether Salesforce saved them ("
                                + report.unknown().getFirst().reason()
                                + "). The next run reads what stands there and writes what is missing.");
            }
        });
        return problems;
    }

    /** One sentence for all records that were refused for the same reason. */
    private static List<String> refusals(WritebackReport report) {
        Map<String, List<WritebackReport.Refusal>> alike = report.refusals().stream()
                .collect(Collectors.groupingBy(
                        refusal -> refusal.code() + ": " + refusal.message() + " " + refusal.advice(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return alike.entrySet().stream()
                .map(entry -> "Salesforce refused " + entry.getValue().size() + " of the records, such as "
                        + entry.getValue().getFirst().changeKey() + ". " + entry.getKey())
                .toList();
    }

    /** One sentence for all records that wait for the same reason. */
    private static List<String> quarantined(WritebackReport report) {
        Map<String, List<Quarantined>> alike = report.quarantined().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.code() + ": " + entry.message(), LinkedHashMap::new, Collectors.toList()));
        return alike.entrySet().stream()
                .map(entry -> waiting(entry.getValue(), entry.getKey()))
                .toList();
    }

    private static String waiting(List<Quarantined> alike, String said) {
        Quarantined oldest =
                alike.stream().min(Comparator.comparing(Quarantined::since)).orElseThrow();
        Quarantined next = alike.stream()
                .min(Comparator.comparing(Quarantined::nextAttempt))
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "%d %s in quarantine, the oldest, %s, since %s (%d attempts). Tried again at once when the change or the"
                        + " object becomes another, else after %s. %s",
                alike.size(),
                alike.size() == 1 ? "record is" : "records are",
                oldest.changeKey(),
                minute(oldest.since()),
                oldest.attempts(),
                minute(next.nextAttempt()),
                said);
    }

    private static String minute(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** What somebody should know although a run goes on. */
    public static List<String> remarks(JudgedOrg judged) {
        ExtractReport report = judged.read().report();
        List<String> remarks = new ArrayList<>();
        String orphans = report.sources().stream()
                .filter(source -> source.withoutAccount() > 0)
                .map(source -> String.format(Locale.ROOT, "%,d %s", source.withoutAccount(), words(source)))
                .collect(Collectors.joining(", "));
        if (!orphans.isEmpty()) {
            remarks.add("Without an account, and so kept in the mirror but judged nowhere: " + orphans + ".");
        }
        if (judged.leftForLater() > 0) {
            remarks.add(judged.leftForLater()
                    + (judged.leftForLater() == 1 ? " new account is" : " new accounts are")
                    + " left for the next run, because what belongs to "
                    + (judged.leftForLater() == 1 ? "it" : "them")
                    + " was not all read.");
        }
        if (report.isPartial() && !judged.read().sawOurTasks()) {
            remarks.add("No task was made, changed or closed, because this run could not see what became of ours.");
        }
        if (judged.answers() > 0) {
            remarks.add(judged.answers()
                    + (judged.answers() == 1 ? " finding was" : " findings were")
                    + " answered by people on the accounts judged: the numbers say so all the same, and nobody is asked"
                    + " again before the day of the answer.");
        }
        remarks.addAll(report.warnings());
        remarks.addAll(few(report.gaps().stream().map(Gap::reason).distinct().toList()));
        remarks.addAll(few(judged.held().entrySet().stream()
                .map(held -> held.getValue() + (held.getValue() == 1 ? " change" : " changes") + " held back: "
                        + held.getKey())
                .toList()));
        return remarks;
    }

    private static String words(SourceReport source) {
        return source.source().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static List<String> few(List<String> sentences) {
        if (sentences.size() <= SHOWN) {
            return sentences;
        }
        List<String> few = new ArrayList<>(sentences.subList(0, SHOWN));
        few.add("And " + (sentences.size() - SHOWN) + " more of the kind.");
        return few;
    }
}
