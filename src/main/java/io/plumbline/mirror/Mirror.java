package io.plumbline.mirror;

import io.plumbline.crm.FieldName;
import io.plumbline.crm.FiscalYear;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.mirror.derived.Derived;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RowStore rows;

    public Mirror(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.rows = new RowStore(jdbc);
    }

    /** The rows of one org, for reading. */
    public MirroredOrg org(RecordId org) {
        return new MirroredOrg(org, jdbc);
    }

    /**
     * Does some reading, in as many transactions as it takes. A mirror that is empty before is filled faster in it; what
     * hangs on accounts is found slowly meanwhile.
     */
    public <T> T filling(Supplier<T> reading) {
        LateIndex byAccount = new LateIndex(jdbc);
        byAccount.leaveOut();
        try {
            return reading.get();
        } finally {
            byAccount.make();
        }
    }

    /** What each plan of an org said when it was last looked at. */
    public PlanContents planContents(RecordId org) {
        return new PlanContents(org, jdbc, transaction);
    }

    /** What is gone from an org, and is to go from here. */
    public GoneRecords gone(RecordId org) {
        return new GoneRecords(org, jdbc);
    }

    /** What accounts of an org must know of each other. */
    public Derived derived(RecordId org) {
        return new Derived(org, jdbc);
    }

    /** Does some work in one transaction: all of what it writes here is there in the end, or nothing. */
    public void atOnce(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    public void remember(OrgFacts facts) {
        transaction.executeWithoutResult(status -> {
            jdbc.update("delete from mirror_org where org_id = ?", facts.orgId().value());
            jdbc.update(
                    "insert into mirror_org (org_id, time_zone, locale, fiscal_start_month, fiscal_named_by_start, currency,"
                            + " multi_currency) values (?, ?, ?, ?, ?, ?, ?)",
                    facts.orgId().value(),
                    facts.timeZone().getId(),
                    facts.locale().toLanguageTag(),
                    facts.fiscalYear().startMonth(),
                    facts.fiscalYear().namedByStart(),
                    facts.currency(),
                    facts.multiCurrency());
        });
    }

    /** The orgs that were ever extracted. */
    public List<OrgFacts> orgs() {
        return jdbc.queryForList("select org_id from mirror_org order by org_id", String.class).stream()
                .flatMap(org -> facts(RecordId.of(org)).stream())
                .toList();
    }

    /** What {@link #remember} was last told; empty when this org was never extracted. */
    public Optional<OrgFacts> facts(RecordId org) {
        return jdbc
                .query(
                        "select time_zone, locale, fiscal_start_month, fiscal_named_by_start, currency, multi_currency"
                                + " from mirror_org where org_id = ?",
                        (row, number) -> new OrgFacts(
                                org,
                                ZoneId.of(row.getString("time_zone")),
                                Locale.forLanguageTag(row.getString("locale")),
                                new FiscalYear(
                                        row.getInt("fiscal_start_month"), row.getBoolean("fiscal_named_by_start")),
                                row.getString("currency"),
                                row.getBoolean("multi_currency")),
                        org.value())
                .stream()
                .findFirst();
    }

    /** How far each source was read that ever was. */
    public Map<RowSource, Watermark> watermarks(RecordId org) {
        return new Watermarks(org, jdbc).all();
    }

    /** How far a source was read; empty when it never was. */
    public Optional<Watermark> watermark(RecordId org, RowSource source) {
        return new Watermarks(org, jdbc).find(source);
    }

    /** Stores the rows of a page and the watermark up to which reading has come with them. */
    public void store(RecordId org, RowSource source, List<MirrorRow> page, Watermark reached) {
        transaction.executeWithoutResult(status -> {
            // Until a source was read to its end once, all that hangs on it is judged anyhow.
            if (watermark(org, source).filter(Watermark::complete).isPresent()) {
                rows.store(org, page);
            } else {
                NewRows fresh = NewRows.in(jdbc, org, source);
                page.forEach(fresh::add);
                rows.storeUntold(
                        org,
                        source,
                        fresh,
                        page.stream().filter(row -> !row.deleted()).count());
            }
            new Watermarks(org, jdbc).put(source, reached);
        });
    }

    /** Stores rows of one source and leaves its watermark where it is. */
    public void store(RecordId org, List<MirrorRow> page) {
        transaction.executeWithoutResult(status -> rows.store(org, page));
    }

    /**
     * For the rows of a large answer of a source, which come in no order. One that asks for everything changes so much that all
     * is judged anyhow, and so does any until the source was read to its end once.
     *
     * @param from the beginning of the window that is read; empty for everything
     */
    public GatheredRows gathered(RecordId org, RowSource source, Optional<Instant> from) {
        boolean told = from.isPresent()
                && watermark(org, source).filter(Watermark::complete).isPresent();
        return new GatheredRows(org, source, jdbc, transaction, rows, told);
    }

    /** The large answer of a source that was not read to its end; empty when there is none. */
    public Optional<OpenStream> openStream(RecordId org, RowSource source) {
        return new OpenStreams(org, jdbc).find(source);
    }

    /** The large answer was read to its end, or nobody will go on with it. */
    public void closeStream(RecordId org, RowSource source) {
        new OpenStreams(org, jdbc).remove(source);
    }

    /** What became different since the accounts were last judged. */
    public Touched touched(RecordId org) {
        return new Touched(org, jdbc);
    }

    /** When a source was last compared with the org row by row; empty when it never was. */
    public Optional<Instant> reconciled(RecordId org, RowSource source) {
        return jdbc
                .query(
                        "select reconciled_at from mirror_reconciled where org_id = ? and source = ?",
                        (row, number) -> row.getObject("reconciled_at", OffsetDateTime.class)
                                .toInstant(),
                        org.value(),
                        source.value())
                .stream()
                .findFirst();
    }

    /** Takes note of when a source was compared with the org row by row. */
    public void reconciled(RecordId org, RowSource source, Instant at) {
        transaction.executeWithoutResult(status -> {
            jdbc.update("delete from mirror_reconciled where org_id = ? and source = ?", org.value(), source.value());
            jdbc.update(
                    "insert into mirror_reconciled (org_id, source, reconciled_at) values (?, ?, ?)",
                    org.value(),
                    source.value(),
                    Rows.moment(at));
        });
    }

    /** Sets the watermark of a source back, for when rows before it turned out to be missing; empty forgets it. */
    public void rewind(RecordId org, RowSource source, Optional<Watermark> to) {
        transaction.executeWithoutResult(status -> {
            Watermarks watermarks = new Watermarks(org, jdbc);
            watermarks.remove(source);
            to.ifPresent(watermark -> watermarks.put(source, watermark));
        });
    }

    /**
     * Puts rows of a source out of sight that the org no longer shows. To be called only with proof: what was not read
     * has not vanished, and what vanished was not deleted, or its tombstone would say so (trap G5).
     *
     * @return how many were live before
     */
    public int hide(RecordId org, RowSource source, Collection<RecordId> ids) {
        Integer hidden = transaction.execute(status -> rows.hide(org, source, ids));
        return hidden == null ? 0 : hidden;
    }

    /**
     * Counts the live rows of a source, instead of trusting the number that was kept.
     *
     * @return how many there are
     */
    public long countAnew(RecordId org, RowSource source) {
        Long live = transaction.execute(status -> new LiveCounts(org, jdbc).anew(source));
        return live == null ? 0 : live;
    }

    /** Takes note of how far a source was read when that brought no row. */
    public void reached(RecordId org, RowSource source, Watermark watermark) {
        transaction.executeWithoutResult(status -> new Watermarks(org, jdbc).put(source, watermark));
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
        // All rows of a source are of one object, so the first one tells of all; the deletion looks at each.
        boolean none = jdbc
                .queryForList(
                        "select object from mirror_row where org_id = ? and source = ? limit 1",
                        String.class,
                        org.value(),
                        source.value())
                .stream()
                .allMatch(object.value()::equals);
        if (none) {
            return 0;
        }
        Integer forgotten = transaction.execute(status -> {
            new LiveCounts(org, jdbc).forget(source);
            return jdbc.update(
                    "delete from mirror_row where org_id = ? and source = ? and object <> ?",
                    org.value(),
                    source.value(),
                    object.value());
        });
        return forgotten == null ? 0 : forgotten;
    }

    /** Forgets a source that is no longer read, so that no old row passes for a current one. */
    public int forget(RecordId org, RowSource source) {
        Integer forgotten = transaction.execute(status -> {
            new Watermarks(org, jdbc).remove(source);
            new OpenStreams(org, jdbc).remove(source);
            new LiveCounts(org, jdbc).forget(source);
            int rows =
                    jdbc.update("delete from mirror_row where org_id = ? and source = ?", org.value(), source.value());
            if (rows > 0) {
                touched(org).addAll(source);
            }
            return rows;
        });
        return forgotten == null ? 0 : forgotten;
    }
}
