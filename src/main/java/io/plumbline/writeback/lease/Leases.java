package io.plumbline.writeback.lease;

import io.plumbline.crm.RecordId;
import io.plumbline.writeback.lease.Taking.Elsewhere;
import io.plumbline.writeback.lease.Taking.Taken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Leases orgs to this instance. All that decides who holds an org happens in the database, by its clock and under a lock
 * on the org's row (traps K3, K4); the clocks of the machines are never asked.
 *
 * <p>A database that only one process can open (the data folder) knows no other instance: what holds the org there is a
 * process that died, and the org is taken at once.
 */
public final class Leases {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final LeaseTerms terms;
    private final Sharing sharing;
    private final String databaseNow;
    private final LongSupplier nanos;

    /** Whether other processes may work on the same database. */
    public enum Sharing {
        SHARED,
        ALONE
    }

    public Leases(JdbcClient jdbc, TransactionOperations transaction, LeaseTerms terms, Sharing sharing) {
        this(jdbc, transaction, terms, sharing, "current_timestamp", System::nanoTime);
    }

    /**
     * @param databaseNow the database's clock as an SQL expression
     * @param nanos a clock of this process that never goes back
     */
    Leases(
            JdbcClient jdbc,
            TransactionOperations transaction,
            LeaseTerms terms,
            Sharing sharing,
            String databaseNow,
            LongSupplier nanos) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.terms = terms;
        this.sharing = sharing;
        this.databaseNow = databaseNow;
        this.nanos = nanos;
    }

    record Row(long token, String holder, Instant expiresAt, Instant now) {

        boolean isFree() {
            return holder.isEmpty() || !expiresAt.isAfter(now);
        }
    }

    /** Takes the org if nobody holds it, or whoever did gave no sign of life in the time of a lease. */
    public Taking take(RecordId org, String holder) {
        makeSureThereIsARow(org);
        long before = nanos.getAsLong();
        return transaction.execute(status -> {
            Row row = locked(org);
            if (!row.isFree() && sharing == Sharing.SHARED) {
                return new Elsewhere(row.holder(), Duration.between(row.now(), row.expiresAt()));
            }
            long token = row.token() + 1;
            jdbc.sql("""
                    update org_lease set token = :token, holder = :holder, taken_at = :now, expires_at = :expires
                    where org_id = :org
                    """)
                    .param("token", token)
                    .param("holder", holder)
                    .param("now", utc(row.now()))
                    .param("expires", utc(row.now().plus(terms.time())))
                    .param("org", org.value())
                    .update();
            return new Taken(new Lease(this, org, token, before + terms.time().toNanos()));
        });
    }

    /** Two first instances at once: one of them makes the row, in a transaction that may fail for itself (trap K5). */
    private void makeSureThereIsARow(RecordId org) {
        try {
            transaction.executeWithoutResult(status -> jdbc.sql("""
                    insert into org_lease (org_id, token, holder, taken_at, expires_at)
                    select :org, 0, '', %1$s, %1$s
                    where not exists (select 1 from org_lease where org_id = :org)
                    """.formatted(databaseNow))
                    .param("org", org.value())
                    .update());
        } catch (DuplicateKeyException otherWasFaster) {
            // The row is there, and that is all that was wanted.
        }
    }

    /** The row, which nobody else reads or changes before the transaction ends. */
    private Row locked(RecordId org) {
        return jdbc.sql("select token, holder, expires_at, " + databaseNow
                        + " as database_now from org_lease where org_id = :org for update")
                .param("org", org.value())
                .query(Leases::row)
                .single();
    }

    /** The time until which the lease now lasts, by this process's clock; empty of effect when it was lost. */
    long renew(Lease lease) {
        long before = nanos.getAsLong();
        transaction.executeWithoutResult(status -> {
            Row row = fence(lease);
            jdbc.sql("update org_lease set expires_at = :expires where org_id = :org")
                    .param("expires", utc(row.now().plus(terms.time())))
                    .param("org", lease.org().value())
                    .update();
        });
        return before + terms.time().toNanos();
    }

    /** In the caller's transaction: as long as it lasts, nobody can take the org. */
    Row fence(Lease lease) {
        Row row = locked(lease.org());
        if (row.token() != lease.token() || row.holder().isEmpty()) {
            throw new LeaseLostException(lease.org());
        }
        return row;
    }

    void release(Lease lease) {
        jdbc.sql("update org_lease set holder = '' where org_id = :org and token = :token")
                .param("org", lease.org().value())
                .param("token", lease.token())
                .update();
    }

    boolean hasTimeForACall(long untilNanos) {
        return untilNanos - nanos.getAsLong() > terms.call().toNanos();
    }

    LeaseTerms terms() {
        return terms;
    }

    /** @param freeAt when it is followed at the latest, should it give no more sign of life */
    public record Holder(RecordId org, String name, Instant freeAt) {}

    /** Who is at work on which org, as far as signs of life tell. */
    public static List<Holder> holders(JdbcClient database) {
        return database.sql("""
                        select org_id, holder, expires_at from org_lease
                        where holder <> '' and expires_at > current_timestamp order by org_id
                        """)
                .query((row, number) -> new Holder(
                        RecordId.of(row.getString("org_id")),
                        row.getString("holder"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("token"),
                row.getString("holder"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getObject("database_now", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
