package io.plumbline.flow;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.config.Configuration;
import io.plumbline.flow.metrics.OrgMeters;
import io.plumbline.flow.metrics.OrgReadings;
import io.plumbline.flow.metrics.RunMeters;
import io.plumbline.journal.Runs;
import io.plumbline.mirror.Mirror;
import io.plumbline.writeback.Outbox;
import io.plumbline.writeback.quarantine.Quarantine;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is counted and shown of the runs of this process, where somebody collects that. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class MeterConfiguration {

    @Bean
    RunMeters runMeters(ObjectProvider<MeterRegistry> meters) {
        return new RunMeters(meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    OrgMeters orgMeters(
            ObjectProvider<MeterRegistry> meters,
            JdbcClient database,
            Runs runs,
            Mirror mirror,
            Outbox outbox,
            Quarantine quarantine,
            Configuration configuration,
            Clock clock) {
        return new OrgMeters(
                meters.getIfAvailable(SimpleMeterRegistry::new),
                new OrgReadings(database, runs, mirror, outbox, quarantine),
                configuration.connector().api(),
                clock);
    }
}
