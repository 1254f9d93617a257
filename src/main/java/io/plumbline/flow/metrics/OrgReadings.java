package io.plumbline.flow.metrics;

import io.plumbline.config.mapping.SourceName;
import io.plumbline.crm.RecordId;
import io.plumbline.journal.Run;
import io.plumbline.journal.Runs;
import io.plumbline.mirror.Mirror;
import io.plumbline.writeback.Outbox;
import io.plumbline.writeback.lease.Leases;
import io.plumbline.writeback.quarantine.Quarantine;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the figures of an org from the database. */
public final class OrgReadings {

    private static final Duration DAY = Duration.ofHours(24);

    private final JdbcClient database;
    private final Runs runs;
    private final Mirror mirror;
    private final Outbox outbox;
    private final Quarantine quarantine;

    public OrgReadings(JdbcClient database, Runs runs, Mirror mirror, Outbox outbox, Quarantine quarantine) {
        this.database = database;
        this.runs = runs;
        this.mirror = mirror;
        this.outbox = outbox;
        this.quarantine = quarantine;
    }

    OrgFigures of(RecordId org) {
        try {
            return new OrgFigures(
                    1,
                    seconds(runs.lastComplete(org)),
                    seconds(readUpTo(org)),
                    outbox.open(org) + leftByTheLastRun(org),
                    quarantine.count(org),
                    isLeased(org) ? 1 : 0,
                    runs.callsWithin(org, DAY));
        } catch (DataAccessException unreadable) {
            return OrgFigures.UNREADABLE;
        }
    }

    private Optional<Instant> readUpTo(RecordId org) {
        return mirror.watermarks(org).entrySet().stream()
                .filter(source -> SourceName.of(source.getKey().value())
                        .filter(SourceName::isSettings)
                        .isEmpty())
                .map(source -> source.getValue().complete() ? source.getValue().stamp() : Instant.EPOCH)
                .min(Comparator.naturalOrder());
    }

    private int leftByTheLastRun(RecordId org) {
        return runs.lastThatWrote(org)
                .map(Run::counters)
                .map(last -> last.held() + last.unknown())
                .orElse(0);
    }

    private boolean isLeased(RecordId org) {
        return Leases.holders(database).stream().anyMatch(holder -> holder.org().equals(org));
    }

    private static double seconds(Optional<Instant> moment) {
        return moment.map(Instant::getEpochSecond).orElse(0L);
    }
}
