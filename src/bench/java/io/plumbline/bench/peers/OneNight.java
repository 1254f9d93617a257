package io.plumbline.bench.peers;

import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.bench.peers.OneContestant.Taken;
import io.plumbline.config.Configuration;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.Connector;
import io.plumbline.flow.SyncSummary;
import io.plumbline.writeback.StepWatch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcTemplate;

/** One sync in a process of its own, on a database in a file. */
final class OneNight {

    private OneNight() {}

    /** @param args address, client, secret and Id of the org, its time, the folder; prints rows, CPU, seconds, MiB, judged, fields, calls */
    public static void main(String[] args) throws IOException {
        Logs.errorsOnly();
        long start = System.nanoTime();
        try (HikariDataSource database = Ours.database(Path.of(args[5]))) {
            SyncSummary summary = new Connector(
                            URI.create(args[0]),
                            args[1],
                            args[2],
                            RecordId.of(args[3]),
                            Clock.fixed(Instant.parse(args[4]), ZoneOffset.UTC),
                            Configuration.shipped(),
                            database,
                            StepWatch.NOBODY)
                    .sync();
            if (summary.status() != SyncSummary.Status.COMPLETE) {
                throw new IllegalStateException(summary.status() + ": " + summary.problems());
            }
            Long rows = new JdbcTemplate(database).queryForObject("select count(*) from mirror_row", Long.class);
            System.out.println(
                    Taken.byThisProcess(rows == null ? 0 : rows, start).line() + " " + summary.judged() + " "
                            + summary.written().fields() + " " + summary.apiCalls());
            System.out.flush();
        }
    }
}
