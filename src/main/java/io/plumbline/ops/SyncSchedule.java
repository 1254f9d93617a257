package io.plumbline.ops;

import io.plumbline.config.Configuration;
import io.plumbline.flow.Sync;
import io.plumbline.flow.SyncRequest;
import io.plumbline.flow.SyncSummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.Pollers;
import org.springframework.messaging.Message;

/** Syncs at the pace of connector.yaml, one run at a time, the first at once. */
class SyncSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(SyncSchedule.class);

    /** Asks for a run of today, runs it, and logs what came out. */
    @Bean
    IntegrationFlow scheduledSync(Configuration configuration, Sync sync) {
        return IntegrationFlow.fromSupplier(
                        SyncRequest::today,
                        source -> source.id("everySoOften")
                                .poller(Pollers.fixedDelay(
                                        configuration.connector().schedule().every())))
                .handle(SyncRequest.class, (request, headers) -> sync.run(request), step -> step.id("runSync"))
                .handle(SyncSchedule::log)
                .get();
    }

    private static void log(Message<?> message) {
        if (message.getPayload() instanceof SyncSummary summary) {
            SummaryText.of(summary).lines().forEach(LOG::info);
        }
    }
}
