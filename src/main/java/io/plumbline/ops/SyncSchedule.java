package io.plumbline.ops;

import io.plumbline.config.Configuration;
import io.plumbline.flow.Portfolio;
import io.plumbline.flow.Sync;
import io.plumbline.flow.SyncRequest;
import io.plumbline.flow.SyncSummary;
import io.plumbline.journal.SchedulePause;
import io.plumbline.ops.text.SummaryText;
import java.time.Duration;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.Pollers;
import org.springframework.messaging.Message;

/**
 * What happens by itself while Plumbline stays, at the pace of connector.yaml. Runs take turns: one at a time in a
 * process, and one at a time on an org, whoever asks for them. While an operator has paused the schedule, nothing begins.
 */
class SyncSchedule {

    private static final Duration RETRY = Duration.ofMinutes(3);

    private static final Logger LOG = LoggerFactory.getLogger(SyncSchedule.class);

    /** Every so often, the first time at once: read what changed in the org, judge the accounts that it touched. */
    @Bean
    IntegrationFlow scheduledSync(Configuration configuration, SchedulePause pause, Sync sync) {
        return IntegrationFlow.fromSupplier(
                        SyncRequest::today,
                        source -> source.id("everySoOften")
                                .poller(Pollers.fixedDelay(
                                        configuration.connector().schedule().every())))
                .filter(SyncRequest.class, request -> !pause.isOn(), step -> step.id("scheduleGoesOn"))
                .handle(SyncRequest.class, (request, headers) -> sync.run(request), step -> step.id("runSync"))
                .handle(SyncSchedule::log)
                .get();
    }

    /** Every night: judge all accounts, because time alone ages a plan and no record tells of it. */
    @Bean
    IntegrationFlow nightlyJudgement(Configuration configuration, SchedulePause pause, Sync sync) {
        return IntegrationFlow.fromSupplier(
                        SyncRequest::ofEverything,
                        source -> source.id("everyNight")
                                .poller(Pollers.cron(everyNightAt(
                                        configuration.connector().schedule().nightlyAt()))))
                .filter(SyncRequest.class, request -> !pause.isOn(), step -> step.id("nightGoesOn"))
                .handle(SyncRequest.class, (request, headers) -> sync.run(request), step -> step.id("judgeEverything"))
                .handle(SyncSchedule::log)
                .get();
    }

    /**
     * Looks every few minutes whether the last run left something in the outbox that passes by itself (a lock, a limit, a
     * broken connection), and then runs once more: what is left is planned anew, never sent from memory (trap F14).
     */
    @Bean
    IntegrationFlow retryOfTheOutbox(Portfolio portfolio, SchedulePause pause, Sync sync) {
        return IntegrationFlow.fromSupplier(
                        SyncRequest::today,
                        source -> source.id("everyFewMinutes").poller(Pollers.fixedDelay(RETRY, RETRY)))
                .filter(
                        SyncRequest.class,
                        request -> portfolio.isWorthRepeating() && !pause.isOn(),
                        step -> step.id("somethingIsLeft"))
                .handle(SyncRequest.class, (request, headers) -> sync.run(request), step -> step.id("runOnceMore"))
                .handle(SyncSchedule::log)
                .get();
    }

    private static String everyNightAt(LocalTime time) {
        return "0 " + time.getMinute() + " " + time.getHour() + " * * *";
    }

    private static void log(Message<?> message) {
        if (message.getPayload() instanceof SyncSummary summary) {
            SummaryText.of(summary).lines().forEach(LOG::info);
        }
    }
}
