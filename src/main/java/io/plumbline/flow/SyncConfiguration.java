package io.plumbline.flow;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.change.task.AttentionLimits;
import io.plumbline.change.task.TaskBudget;
import io.plumbline.change.task.WeeklyDigest;
import io.plumbline.config.Configuration;
import io.plumbline.config.Connection;
import io.plumbline.config.policy.WindowPolicy;
import io.plumbline.dossier.building.Dossiers;
import io.plumbline.extract.Extraction;
import io.plumbline.flow.checking.OrgCheck;
import io.plumbline.flow.judging.ChangePolicies;
import io.plumbline.flow.judging.EarlierHealth;
import io.plumbline.flow.judging.JudgedSoFar;
import io.plumbline.flow.judging.Judging;
import io.plumbline.flow.judging.Models;
import io.plumbline.flow.metrics.OrgMeters;
import io.plumbline.flow.metrics.RunMeters;
import io.plumbline.flow.progress.Progress;
import io.plumbline.flow.reading.OrgReading;
import io.plumbline.flow.retention.Forgetting;
import io.plumbline.flow.writing.Conclusion;
import io.plumbline.flow.writing.Writing;
import io.plumbline.journal.Answers;
import io.plumbline.journal.Effects;
import io.plumbline.journal.JudgedOrgs;
import io.plumbline.journal.Runs;
import io.plumbline.journal.Standings;
import io.plumbline.journal.Stops;
import io.plumbline.journal.Verdicts;
import io.plumbline.mirror.Mirror;
import io.plumbline.writeback.Outbox;
import io.plumbline.writeback.StepWatch;
import io.plumbline.writeback.lease.Leases;
import io.plumbline.writeback.quarantine.Quarantine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The parts of a run, put together over what {@link StoreConfiguration} keeps. Takes from outside the {@link Configuration}, the {@link Connection} and a database
 * that Flyway has prepared.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@Import({SyncFlow.class, StoreConfiguration.class, MeterConfiguration.class})
public class SyncConfiguration {

    private static final long LOCK_WAIT_MILLIS = 2_000;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    OrgDoor orgDoor(
            Connection connection, Configuration configuration, ObjectProvider<MeterRegistry> meters, Clock clock) {
        return OrgDoor.to(
                connection, configuration.connector().api(), meters.getIfAvailable(SimpleMeterRegistry::new), clock);
    }

    @Bean
    Extraction extraction(Configuration configuration, Mirror mirror) {
        return new Extraction(configuration.mapping(), configuration.connector(), mirror);
    }

    @Bean
    Dossiers dossiers(Configuration configuration, Mirror mirror, ObjectProvider<MeterRegistry> meters) {
        Dossiers dossiers = new Dossiers(mirror, configuration.mapping(), configuration.policy());
        meters.ifAvailable(dossiers::bindTo);
        return dossiers;
    }

    @Bean
    Models models(Configuration configuration) {
        return new Models(configuration.policy());
    }

    @Bean
    JudgedSoFar judgedSoFar(
            Configuration configuration,
            Mirror mirror,
            Dossiers dossiers,
            Standings standings,
            JdbcClient database,
            TransactionOperations transaction) {
        return new JudgedSoFar(configuration, mirror, dossiers, standings, new JudgedOrgs(database), transaction);
    }

    @Bean
    StepWatch watch() {
        return StepWatch.NOBODY;
    }

    @Bean
    StopSwitch stopSwitch() {
        return new StopSwitch();
    }

    @Bean
    Progress progress(Clock clock, OrgMeters meters) {
        return new Progress(clock, meters::show);
    }

    @Bean
    OrgCheck orgCheck(
            OrgDoor door,
            Extraction extraction,
            Runs runs,
            Configuration configuration,
            Leases leases,
            StopSwitch stop,
            Progress progress) {
        return new OrgCheck(
                door, extraction, runs, configuration.connector().api(), leases, ThisInstance.name(), stop, progress);
    }

    @Bean
    OrgReading orgReading(Extraction extraction, Dossiers dossiers) {
        return new OrgReading(extraction, dossiers);
    }

    @Bean
    Judging judging(
            Configuration configuration,
            Mirror mirror,
            Dossiers dossiers,
            Models models,
            JudgedSoFar soFar,
            Verdicts verdicts,
            Effects effects,
            Answers answers,
            Standings standings,
            Outbox outbox) {
        return new Judging(
                earlierHealth(configuration, verdicts),
                dossiers,
                models,
                new ChangePolicies(configuration, mirror),
                soFar,
                verdicts,
                effects,
                answers,
                standings,
                outbox,
                new AttentionLimits(
                        new TaskBudget(configuration.tasks().limits()), new WeeklyDigest(configuration.tasks())));
    }

    @Bean
    Inquiry inquiry(
            Configuration configuration,
            Mirror mirror,
            Dossiers dossiers,
            Models models,
            Verdicts verdicts,
            Answers answers) {
        return new Inquiry(mirror, dossiers, models, verdicts, answers, earlierHealth(configuration, verdicts));
    }

    @Bean
    Preview preview(
            Configuration configuration,
            OrgCheck check,
            Mirror mirror,
            Verdicts verdicts,
            Effects effects,
            Answers answers,
            Standings standings,
            Outbox outbox,
            JdbcClient database,
            TransactionOperations transaction) {
        return new Preview(
                check,
                configuration,
                verdicts,
                each -> previewParts(
                        each, mirror, verdicts, effects, answers, standings, outbox, database, transaction));
    }

    private PreviewParts previewParts(
            Configuration configuration,
            Mirror mirror,
            Verdicts verdicts,
            Effects effects,
            Answers answers,
            Standings standings,
            Outbox outbox,
            JdbcClient database,
            TransactionOperations transaction) {
        Dossiers dossiers = new Dossiers(mirror, configuration.mapping(), configuration.policy());
        JudgedSoFar soFar = judgedSoFar(configuration, mirror, dossiers, standings, database, transaction);
        return new PreviewParts(
                configuration,
                orgReading(extraction(configuration, mirror), dossiers),
                dossiers,
                judging(
                        configuration,
                        mirror,
                        dossiers,
                        models(configuration),
                        soFar,
                        verdicts,
                        effects,
                        answers,
                        standings,
                        outbox));
    }

    private static EarlierHealth earlierHealth(Configuration configuration, Verdicts verdicts) {
        WindowPolicy windows = configuration.policy().windows();
        int days = IntStream.rangeClosed(1, 3)
                .map(tier -> (int) Math.ceil(windows.historyTo().get(tier)))
                .max()
                .orElseThrow();
        return new EarlierHealth(verdicts, days);
    }

    @Bean
    Writing writing(
            Configuration configuration,
            Outbox outbox,
            Quarantine quarantine,
            Effects effects,
            Verdicts verdicts,
            Stops stops,
            Forgetting forgetting,
            StopSwitch stop,
            JudgedSoFar soFar,
            StepWatch watch) {
        return new Writing(
                configuration,
                outbox,
                quarantine,
                effects,
                verdicts,
                stops,
                forgetting,
                soFar,
                attempt -> stop.sleep(untilALockPassed(attempt)),
                watch);
    }

    @Bean
    Conclusion conclusion(Portfolio portfolio, StepWatch watch, RunMeters runs, OrgMeters orgs) {
        return new Conclusion(portfolio, watch, runs, orgs);
    }

    @Bean
    Sync syncRuns(SyncGateway gateway, StopSwitch stop, RunMeters meters) {
        return new Sync(gateway, stop, meters);
    }

    /** Comes before anything that a run needs is closed. */
    @Bean
    ApplicationListener<ContextClosedEvent> endOfRuns(Sync sync) {
        return closing -> sync.stop();
    }

    @Bean
    LatestVerdicts latestVerdicts(Mirror mirror, Verdicts verdicts, Answers answers, Models models) {
        return new LatestVerdicts(mirror, verdicts, answers, models);
    }

    @Bean
    Portfolio portfolio(Verdicts verdicts) {
        return new Portfolio(verdicts);
    }

    /** Row locks last seconds; waiting a random time keeps two writers from meeting again. */
    private static Duration untilALockPassed(int attempt) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(1, LOCK_WAIT_MILLIS * attempt));
    }
}
