package io.plumbline.mirror;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The durable copy of one or more orgs, in a database that Flyway has prepared. What is written here is one transaction
 * per call: a page's rows and the watermark that they justify are there together or not at all (trap K2).
 *
 * <p>Reading is through {@link #org}.
 */
public final class Mirror {

    /*
     * A row is replaced by one that is not older (trap C10), and a tombstone by any live sighting (trap G4). A row that
     * says the same again is left alone, since every window overlaps the one before it.
     */
    private static final String UPSERT = """
            merge into mirror_row m using (values (cast(? as varchar(18)), cast(? as varchar(80)), cast(? as varchar(18)),
                cast(? as varchar(80)), cast(? as varchar(18)), cast(? as varchar(18)),
                cast(? as timestamp(3) with time zone), cast(? as boolean), cast(? as varchar(255)),
                cast(? as text)))
                as r(org_id, source, record_id, object, account_id, parent_id, stamp, deleted, own_key, content)
            on m.org_id = r.org_id and m.source = r.source and m.record_id = r.record_id
            when matched and (r.stamp >= m.stamp or (m.deleted and not r.deleted))
                and (r.stamp <> m.stamp or r.deleted <> m.deleted or r.content <> m.content
                    or r.account_id is distinct from m.account_id or r.parent_id is distinct from m.parent_id
                    or r.own_key is distinct from m.own_key)
                then update set object = r.object, account_id = r.account_id, parent_id = r.parent_id,
                    stamp = r.stamp, deleted = r.deleted, own_key = r.own_key, content = r.content
            when not matched then insert
                (org_id, source, record_id, object, account_id, parent_id, stamp, deleted, own_key, content)
                values (r.org_id, r.source, r.record_id, r.object, r.account_id, r.parent_id, r.stamp, r.deleted,
                    r.own_key, r.content)
            """;

    private static final int[] UPSERT_TYPES = {
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.TIMESTAMP_WITH_TIMEZONE,
        Types.BOOLEAN,
        Types.VARCHAR
    };

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Rows rows = new Rows();

    public Mirror(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /** The rows of one org, for reading. */
    public MirroredOrg org(RecordId org) {
        return new MirroredOrg(org, jdbc);
    }

    /** What each plan of an org said when it was last looked at. */
    public PlanContents planContents(RecordId org) {
        return new PlanContents(org, jdbc, transaction);
    }

    public void remember(OrgFacts facts) {
        transaction.executeWithoutResult(status -> {
            jdbc.update("delete from mirror_org where org_id = ?", facts.orgId().value());
            jdbc.update(
                    "insert into mirror_org (org_id, time_zone, currency, multi_currency) values (?, ?, ?, ?)",
                    facts.orgId().value(),
                    facts.timeZone().getId(),
                    facts.currency(),
                    facts.multiCurrency());
        });
    }

    /** What {@link #remember} was last told; empty when this org was never extracted. */
    public Optional<OrgFacts> facts(RecordId org) {
        return jdbc
                .query(
                        "select time_zone, currency, multi_currency from mirror_org where org_id = ?",
                        (row, number) -> new OrgFacts(
                                org,
                                ZoneId.of(row.getString("time_zone")),
                                row.getString("currency"),
                                row.getBoolean("multi_currency")),
                        org.value())
                .stream()
                .findFirst();
    }

    /** How far a source was read; empty when it never was. */
    public Optional<Watermark> watermark(RecordId org, RowSource source) {
        return jdbc
                .query(
                        "select fingerprint, stamp, complete from mirror_watermark where org_id = ? and source = ?",
                        (row, number) -> new Watermark(
                                row.getString("fingerprint"),
                                row.getObject("stamp", OffsetDateTime.class).toInstant(),
                                row.getBoolean("complete")),
                        org.value(),
                        source.value())
                .stream()
                .findFirst();
    }

    /** Stores the rows of a page and the watermark up to which reading has come with them. */
    public void store(RecordId org, RowSource source, List<MirrorRow> page, Watermark reached) {
        transaction.executeWithoutResult(status -> {
            upsert(org, page);
            mark(org, source, reached);
        });
    }

    /** Stores a page of a source that has no watermark because all of it is read each time. */
    public void store(RecordId org, List<MirrorRow> page) {
        transaction.executeWithoutResult(status -> upsert(org, page));
    }

    /** Sets the watermark of a source back, for when rows before it turned out to be missing; empty forgets it. */
    public void rewind(RecordId org, RowSource source, Optional<Watermark> to) {
        transaction.executeWithoutResult(status -> {
            unmark(org, source);
            to.ifPresent(watermark -> mark(org, source, watermark));
        });
    }

    /**
     * Marks rows of a source as deleted that a complete snapshot did not contain, and takes note of the snapshot. To be
     * called only after every page of it was stored: what was not read has not vanished (trap G5).
     *
     * @return how many were live before
     */
    public int vanish(RecordId org, RowSource source, Collection<RecordId> vanished, Watermark reached) {
        Integer changed = transaction.execute(status -> {
            mark(org, source, reached);
            return vanished.stream()
                    .mapToInt(id -> jdbc.update(
                            "update mirror_row set deleted = true"
                                    + " where org_id = ? and source = ? and record_id = ? and not deleted",
                            org.value(),
                            source.value(),
                            id.value()))
                    .sum();
        });
        return changed == null ? 0 : changed;
    }

    /** Replaces what is known of the fields and objects that the integration user cannot see. */
    public void replaceGaps(RecordId org, List<Gap> gaps) {
        transaction.executeWithoutResult(status -> {
            jdbc.update("delete from mirror_gap where org_id = ?", org.value());
            for (Gap gap : gaps) {
                jdbc.update(
                        "insert into mirror_gap (org_id, source, field, reason) values (?, ?, ?, ?)",
                        org.value(),
                        gap.source().value(),
                        gap.field().map(FieldName::value).orElse(""),
                        gap.reason());
            }
        });
    }

    /** Forgets what a source held of other objects, for when the mapping was pointed to another one. */
    public int forgetOthers(RecordId org, RowSource source, ObjectName object) {
        return jdbc.update(
                "delete from mirror_row where org_id = ? and source = ? and object <> ?",
                org.value(),
                source.value(),
                object.value());
    }

    /** Forgets a source that is no longer read, so that no old row passes for a current one. */
    public int forget(RecordId org, RowSource source) {
        Integer forgotten = transaction.execute(status -> {
            unmark(org, source);
            return jdbc.update("delete from mirror_row where org_id = ? and source = ?", org.value(), source.value());
        });
        return forgotten == null ? 0 : forgotten;
    }

    private void mark(RecordId org, RowSource source, Watermark reached) {
        unmark(org, source);
        jdbc.update(
                "insert into mirror_watermark (org_id, source, fingerprint, stamp, complete) values (?, ?, ?, ?, ?)",
                org.value(),
                source.value(),
                reached.fingerprint(),
                Rows.moment(reached.stamp()),
                reached.complete());
    }

    private void unmark(RecordId org, RowSource source) {
        jdbc.update("delete from mirror_watermark where org_id = ? and source = ?", org.value(), source.value());
    }

    private void upsert(RecordId org, List<MirrorRow> page) {
        if (!page.isEmpty()) {
            jdbc.batchUpdate(
                    UPSERT, page.stream().map(row -> rows.parameters(org, row)).toList(), UPSERT_TYPES);
        }
    }
}
