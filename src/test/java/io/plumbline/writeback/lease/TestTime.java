package io.plumbline.writeback.lease;

import io.plumbline.crm.RecordId;
import io.plumbline.journal.JournalDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Instances on one database whose clock stands until it is moved on, each with a clock of its own that is off. */
public final class TestTime {

    private static final Instant START = Instant.parse("2026-06-30T04:00:00Z");

    private final JournalDatabase database;
    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    public TestTime(JournalDatabase database) {
        this.database = database;
        database.client()
                .sql("create table test_clock (now_is timestamp(3) with time zone not null)")
                .update();
        database.client()
                .sql("insert into test_clock values (:now)")
                .param("now", utc(START))
                .update();
    }

    public void goOn(Duration by) {
        Instant then = now.updateAndGet(before -> before.plus(by));
        database.client()
                .sql("update test_clock set now_is = :now")
                .param("now", utc(then))
                .update();
    }

    public Leases instance() {
        return instanceOffBy(Duration.ZERO);
    }

    /** @param off what the machine's clock is ahead of the database's */
    public Leases instanceOffBy(Duration off) {
        return leases(Leases.Sharing.SHARED, off);
    }

    public Leases aloneOnItsDatabase() {
        return leases(Leases.Sharing.ALONE, Duration.ZERO);
    }

    /** The token of the last holder. */
    public long token(RecordId org) {
        return database.client()
                .sql("select token from org_lease where org_id = :org")
                .param("org", org.value())
                .query(Long.class)
                .single();
    }

    private Leases leases(Leases.Sharing sharing, Duration off) {
        return new Leases(
                database.client(),
                database.transaction(),
                LeaseTerms.SHIPPED,
                sharing,
                "(select now_is from test_clock)",
                () -> Duration.between(START, now.get()).plus(off).toNanos());
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
