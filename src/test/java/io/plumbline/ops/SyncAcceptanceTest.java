package io.plumbline.ops;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.sandbox.SeededOrg;
import io.plumbline.sandbox.control.Effect;
import io.plumbline.sandbox.record.VirtualClock;
import io.plumbline.sandbox.seed.Seed;
import io.plumbline.sandbox.soql.ResultRow;
import io.plumbline.sandbox.soql.Soql;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program on the demo org, started as from a shell and watched from the org's side. */
class SyncAcceptanceTest {

    private static final Instant MORNING = Instant.parse("2026-06-30T06:00:00Z");

    /** What a verdict consists of; the other fields are texts about it. */
    private static final List<String> JUDGED = List.of(
            "Plumbline_Health__c",
            "Plumbline_Retention__c",
            "Plumbline_Growth__c",
            "Plumbline_Thoroughness__c",
            "Plumbline_Vetting__c",
            "Plumbline_Execution__c",
            "Plumbline_Role_Coverage__c",
            "Plumbline_Confidence__c",
            "Plumbline_Band__c",
            "Plumbline_Plan_Currency__c",
            "Plumbline_Trend__c",
            "Plumbline_Reasons__c");

    @TempDir
    Path data;

    private Sandbox sandbox;

    @BeforeEach
    void startTheOrg() throws IOException {
        SeededOrg seeded = SeededOrg.of(Seed.named("demo"), VirtualClock.standing(MORNING));
        sandbox = Sandbox.start(seeded.org(), SandboxOptions.defaults());
    }

    @AfterEach
    void stopTheOrg() {
        sandbox.close();
    }

    @Test
    void firstSyncJudgesEveryAccountAndWritesVerdictsAndTasks() {
        ShellRun first = sync();

        assertThat(first.exitCode()).as(first.said()).isZero();
        List<ResultRow> accounts = rows("SELECT Id, Plumbline_Band__c, Plumbline_Plan_Currency__c,"
                + " Plumbline_Thoroughness__c, Plumbline_Changed_On__c FROM Account");
        assertThat(accounts).hasSizeBetween(110, 130);
        assertThat(accounts).allSatisfy(account -> {
            assertThat(account.get("Plumbline_Band__c")).isNotNull();
            assertThat(account.get("Plumbline_Plan_Currency__c")).isNotNull();
            assertThat(account.get("Plumbline_Changed_On__c")).isEqualTo(MORNING);
        });
        assertThat(first.out()).contains("complete, " + accounts.size() + " accounts judged");
        assertThat(rows("SELECT Id, Plumbline_Key__c FROM Task WHERE Plumbline_Key__c != null"))
                .isNotEmpty()
                .extracting(task -> task.get("Plumbline_Key__c"))
                .doesNotHaveDuplicates();
    }

    /** The org's integration user has the shipped permission set and nothing else (SeededOrg). */
    @Test
    void integrationPermissionSetAloneLetsEveryResultBeWrittenAndIsShortOfNothing() {
        List<String> fields = Configuration.shipped().mapping().results().values().stream()
                .map(result -> result.field().value())
                .toList();

        ShellRun first = sync();

        List<ResultRow> accounts = rows("SELECT Id, " + String.join(", ", fields) + " FROM Account");
        assertThat(fields)
                .allSatisfy(field -> assertThat(accounts)
                        .anySatisfy(account ->
                                assertThat(account.get(field)).as(field).isNotNull()));
        assertThat(first.out()).doesNotContain("permission", "grant", "cannot be seen");
        assertThat(sandbox.org().integrationPermissions().name()).isEqualTo("Plumbline_Integration");
    }

    /** Our own writes come back as no change. */
    @Trap("F11")
    @Test
    void secondSyncWritesNothing() {
        sync();
        sandbox.journal().reset();

        ShellRun second = sync();

        assertThat(second.exitCode()).as(second.said()).isZero();
        assertThat(second.out()).contains("Nothing written: nothing changed");
        assertThat(sandbox.journal().effects()).isEmpty();
    }

    @Test
    void dayThatOnlyGoesByChangesNothingAndAWeekOnlyWhatItDecided() {
        sync();
        Map<Object, Map<String, Object>> before = verdicts();
        sandbox.clock().advance(Duration.ofDays(1));
        sandbox.journal().reset();

        ShellRun nextDay = sync();

        assertThat(nextDay.exitCode()).as(nextDay.said()).isZero();
        assertThat(sandbox.journal().effects())
                .as("no field changes merely because a day went by")
                .isEmpty();

        sandbox.clock().advance(Duration.ofDays(7));
        ShellRun nextWeek = sync();

        assertThat(nextWeek.exitCode()).as(nextWeek.said()).isZero();
        Map<Object, Map<String, Object>> after = verdicts();
        Set<Object> changed = after.keySet().stream()
                .filter(account -> !after.get(account).equals(before.get(account)))
                .collect(toSet());
        assertThat(changed).isNotEmpty();
        assertThat(Set.<Object>copyOf(written("Account"))).containsAll(changed);
    }

    /** What was written is known to Salesforce, too. */
    @Trap({"K7", "K9"})
    @Test
    void lostDatabaseMakesNoSecondTaskAndRewritesNothing(@TempDir Path otherData) {
        sync();
        sandbox.journal().reset();

        ShellRun afterTheLoss = ShellRun.of(ShellRun.environment(sandbox, otherData), "sync");

        assertThat(afterTheLoss.exitCode()).as(afterTheLoss.said()).isZero();
        assertThat(sandbox.journal().effects()).isEmpty();
    }

    @Test
    void dryRunWritesNothingAndSaysWhatItWould() {
        ShellRun dry = ShellRun.of(ShellRun.environment(sandbox, data), "sync", "--dry-run");

        assertThat(dry.exitCode()).as(dry.said()).isZero();
        assertThat(dry.out()).contains("Dry run as of 2026-06-30", "Would write: ");
        assertThat(sandbox.journal().effects()).isEmpty();
    }

    @Trap("J1")
    @Test
    void apiCallsInTheSummaryAreThoseTheOrgCounted() {
        ShellRun first = sync();

        long counted = sandbox.journal().apiCalls().size();
        assertThat(first.out()).containsPattern("\\b" + counted + " API calls");
    }

    private ShellRun sync() {
        return ShellRun.of(ShellRun.environment(sandbox, data), "sync");
    }

    private Map<Object, Map<String, Object>> verdicts() {
        return rows("SELECT Id, " + String.join(", ", JUDGED) + " FROM Account").stream()
                .collect(toMap(account -> account.get("Id"), account -> {
                    Map<String, Object> verdict = new HashMap<>();
                    JUDGED.forEach(field -> verdict.put(field, account.get(field)));
                    return verdict;
                }));
    }

    private Set<String> written(String object) {
        return sandbox.journal().effects().stream()
                .collect(groupingBy(Effect::object, mapping(Effect::id, toSet())))
                .getOrDefault(object, Set.of());
    }

    private List<ResultRow> rows(String soql) {
        return new Soql(sandbox.org())
                .query(sandbox.org().administrator(), soql)
                .rows();
    }
}
