package io.plumbline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.change.task.WeeklyDigest;
import io.plumbline.sandbox.control.Effect;
import io.plumbline.sandbox.soql.ResultRow;
import io.plumbline.testing.Trap;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The demo org lives on with a sync every night. What people would notice is counted: tasks, bands that go to and fro,
 * writes in silence. {@code -Dplumbline.days=365} lives a year (src/docs/year.md); verify lives a week.
 */
class YearInTheLifeTest {

    private static final int DAYS = Integer.getInteger("plumbline.days", 7);
    private static final long SEED = Long.getLong("plumbline.seed", 1);
    private static final int FLIP_BACK_DAYS = 14;

    /** A year takes a while; what it has shown so far is told once a month. */
    private static final int SHOWN_EVERY = 30;

    private int created;
    private int digests;
    private int closed;
    private int reopened;
    private int duplicates;
    private int writesInSilence;
    private int silentSyncs;
    private int bandChanges;
    private int flippedBack;
    private int moved;
    private int quietNights;
    private int movedInQuietNights;
    private long calls;
    private long mostCalls;
    private final Map<String, Integer> byPersonAndWeek = new HashMap<>();
    private final Map<String, String> bands = new HashMap<>();
    private final Map<String, Change> lastChange = new HashMap<>();
    private final Set<String> everMade = new HashSet<>();
    private final Map<SyncSummary.Status, Integer> ends = new LinkedHashMap<>();
    private final Set<String> problems = new TreeSet<>();
    private final List<String> flips = new ArrayList<>();

    private record Change(LocalDate day, String from, String reasons) {}

    @Trap({"F11", "F14", "G12"})
    @Test
    void nobodyDrownsAndNothingIsWrittenForNothing() {
        try (LivingOrg org = new LivingOrg(SEED)) {
            Connector connector = new Connector(org.sandbox);
            for (int day = 0; day <= DAYS; day++) {
                night(org, connector);
                if (org.today().getDayOfWeek() == DayOfWeek.SUNDAY || day == DAYS) {
                    silence(org, connector);
                }
                if (day % SHOWN_EVERY == SHOWN_EVERY - 1) {
                    print(day);
                }
                org.nextDay(day);
            }
        }
        print(DAYS);
        assertThat(duplicates).as("open tasks of one theme beside each other").isZero();
        assertThat(writesInSilence).as("writes when nothing changed").isZero();
        assertThat(byPersonAndWeek.values())
                .as("new tasks of a person in a week")
                .allMatch(most -> most <= 10);
        assertThat(ends).as("%s", problems).containsOnlyKeys(SyncSummary.Status.COMPLETE);
    }

    private void night(LivingOrg org, Connector connector) {
        org.sandbox.journal().reset();
        SyncSummary summary = connector.sync();
        ends.merge(summary.status(), 1, Integer::sum);
        problems.addAll(summary.problems());
        calls += summary.apiCalls();
        mostCalls = Math.max(mostCalls, summary.apiCalls());
        closed += summary.written().tasksClosed();
        moved += summary.written().accountsTouched();
        if (org.nobodyWorked()) {
            quietNights++;
            movedInQuietNights += summary.written().accountsTouched();
        }
        Map<String, ResultRow> tasks = org
                .rows("SELECT Id, Plumbline_Key__c, OwnerId, WhatId, IsClosed FROM Task WHERE Plumbline_Key__c != null")
                .stream()
                .collect(Collectors.toMap(row -> String.valueOf(row.get("Id")), row -> row));
        org.sandbox.journal().effects().stream()
                .filter(effect ->
                        effect.object().equals("Task") && effect.operation().equals("create"))
                .map(effect -> tasks.get(effect.id()))
                .forEach(task -> made(task, org.today()));
        Map<String, Long> open = tasks.values().stream()
                .filter(task -> !Boolean.TRUE.equals(task.get("IsClosed")))
                .filter(task -> !WeeklyDigest.is(String.valueOf(task.get("Plumbline_Key__c"))))
                .collect(Collectors.groupingBy(task -> task.get("WhatId") + " " + theme(task), Collectors.counting()));
        duplicates += (int) open.values().stream().filter(many -> many > 1).count();
        org.rows("SELECT Id, Plumbline_Band__c, Plumbline_Reasons__c FROM Account")
                .forEach(account -> band(
                        String.valueOf(account.get("Id")),
                        String.valueOf(account.get("Plumbline_Band__c")),
                        String.valueOf(account.get("Plumbline_Reasons__c")),
                        org.today()));
    }

    private void made(ResultRow task, LocalDate day) {
        String key = String.valueOf(task.get("Plumbline_Key__c"));
        if (WeeklyDigest.is(key)) {
            digests++;
            return;
        }
        created++;
        reopened += key.endsWith("-1") ? 0 : 1;
        byPersonAndWeek.merge(
                task.get("OwnerId") + " " + day.get(IsoFields.WEEK_BASED_YEAR) + "W"
                        + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                1,
                Integer::sum);
        assertThat(everMade.add(key)).as("made twice: " + key).isTrue();
    }

    private void band(String account, String now, String reasons, LocalDate day) {
        String before = bands.put(account, now);
        if (before == null || before.equals(now)) {
            return;
        }
        bandChanges++;
        Change last = lastChange.put(account, new Change(day, before, reasons));
        if (last != null && last.from().equals(now) && ChronoUnit.DAYS.between(last.day(), day) <= FLIP_BACK_DAYS) {
            flippedBack++;
            flips.add(account + " " + last.from() + " to " + before + " on " + last.day() + " ("
                    + last.reasons().lines().collect(Collectors.joining("; ")) + "), back on " + day + " ("
                    + reasons.lines().collect(Collectors.joining("; ")) + ")");
        }
    }

    /** The same night once more, when nobody did anything. */
    private void silence(LivingOrg org, Connector connector) {
        org.sandbox.clock().advance(Duration.ofMinutes(30));
        org.sandbox.journal().reset();
        connector.sync();
        List<Effect> effects = org.sandbox.journal().effects();
        silentSyncs++;
        writesInSilence += effects.size();
    }

    private static String theme(ResultRow task) {
        String key = String.valueOf(task.get("Plumbline_Key__c"));
        return key.split("-")[2];
    }

    private void print(int day) {
        double nights = day + 1.0;
        List<String> lines = new ArrayList<>();
        lines.add("A year in the life, %d days, seed %d, %d accounts".formatted(day, SEED, bands.size()));
        lines.add("  tasks created %d, of these successors of one that was over %d; weekly digests %d"
                .formatted(created, reopened, digests));
        lines.add("  closed by evidence %d".formatted(closed));
        lines.add("  most new tasks of one person in one week %d"
                .formatted(byPersonAndWeek.values().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0)));
        lines.add("  open tasks of one theme beside each other %d".formatted(duplicates));
        lines.add("  accounts written to %d, which is %.2f a night".formatted(moved, moved / nights));
        lines.add("  of these %d in the %d nights after a day on which nobody worked"
                .formatted(movedInQuietNights, quietNights));
        lines.add("  band changes %d, which is %.2f per account; back within %d days %d"
                .formatted(bandChanges, bandChanges / (double) bands.size(), FLIP_BACK_DAYS, flippedBack));
        lines.add("  API calls a night %.1f, at most %d".formatted(calls / nights, mostCalls));
        lines.add("  writes in %d syncs when nothing changed %d".formatted(silentSyncs, writesInSilence));
        lines.add("  runs " + ends + " " + problems);
        flips.forEach(flip -> lines.add("    " + flip));
        System.out.println(String.join(System.lineSeparator(), lines));
    }
}
