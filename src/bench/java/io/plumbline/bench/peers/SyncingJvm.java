package io.plumbline.bench.peers;

import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.bench.peers.OneContestant.Taken;
import io.plumbline.config.Configuration;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.Connector;
import io.plumbline.flow.SyncSummary;
import io.plumbline.writeback.StepWatch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Syncs in a process of its own, on a database in a file, one whenever it is told what time it is in the org. */
final class SyncingJvm {

    private final String[] org;
    private final DataSource database;

    private SyncingJvm(String[] org, DataSource database) {
        this.org = org;
        this.database = database;
    }

    /**
     * @param args address, client, secret and Id of the org, the folder; prints for each sync rows, CPU of the process since its
     *     start, seconds of the sync, MiB, judged, fields, calls
     */
    public static void main(String[] args) throws IOException {
        Logs.errorsOnly();
        try (HikariDataSource database = Ours.database(Path.of(args[4]));
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            SyncingJvm process = new SyncingJvm(args, database);
            for (String time = in.readLine(); time != null; time = in.readLine()) {
                System.out.println(process.synced(Instant.parse(time)));
                System.out.flush();
            }
        }
    }

    private String synced(Instant now) throws IOException {
        long start = System.nanoTime();
        SyncSummary summary = new Connector(
                        URI.create(org[0]),
                        org[1],
                        org[2],
                        RecordId.of(org[3]),
                        Clock.fixed(now, ZoneOffset.UTC),
                        Configuration.shipped(),
                        database,
                        StepWatch.NOBODY)
                .sync();
        if (summary.status() != SyncSummary.Status.COMPLETE) {
            throw new IllegalStateException(summary.status() + ": " + summary.problems());
        }
        Long rows = new JdbcTemplate(database).queryForObject("select count(*) from mirror_row", Long.class);
        return Taken.byThisProcess(rows == null ? 0 : rows, start).line() + " " + summary.judged() + " "
                + summary.written().fields() + " " + summary.apiCalls();
    }
}
