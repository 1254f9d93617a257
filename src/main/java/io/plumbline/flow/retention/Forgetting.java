package io.plumbline.flow.retention;

import io.plumbline.crm.RecordId;
import io.plumbline.journal.Retention;
import io.plumbline.mirror.GoneRecords;
import io.plumbline.mirror.GoneRecords.Traced;
import io.plumbline.mirror.Mirror;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Forgets people and accounts: their records in the mirror, and their names in every sentence that was kept. Numbers stay:
 * how an account's scores were says nothing of a person.
 */
public final class Forgetting {

    private static final String ACCOUNT = "Account";

    /** Numbers and keys alone; the mirror is seen to record by record. */
    private static final Set<String> WITHOUT_SENTENCES =
            Set.of("mirror_row", "journal_verdict", "journal_written", "journal_settled_task");

    private final Retention journal;
    private final Mirror mirror;
    private final JdbcTemplate jdbc;
    private final EveryText texts;
    private final Duration deleted;

    /** @param deleted how long what the org deleted may stay */
    public Forgetting(Retention journal, Mirror mirror, JdbcTemplate jdbc, Duration deleted) {
        this.journal = journal;
        this.mirror = mirror;
        this.jdbc = jdbc;
        this.texts = new EveryText(jdbc);
        this.deleted = deleted;
    }

    /** Every night: what is old goes, and so does what the org deleted long enough ago, and who is called otherwise now. */
    public void nightly(RecordId org, Instant now) {
        journal.forget(org, now);
        mirror.atOnce(() -> {
            GoneRecords gone = mirror.gone(org);
            gone.notice(now);
            List<Traced> due = gone.before(now.minus(deleted).plusMillis(1));
            Set<String> names = new TreeSet<>();
            due.forEach(record -> names.addAll(fullNames(record.names())));
            Set<String> oldNames = gone.oldNames();
            names.addAll(fullNames(oldNames));
            gone.empty(due.stream().map(Traced::id).distinct().toList());
            texts.takeOut(Wording.of(names), org, true);
            due.stream()
                    .filter(record -> record.object().value().equals(ACCOUNT))
                    .forEach(account -> rowsOf(account.id(), org, true));
            gone.forgetOldNames(oldNames);
        });
    }

    /**
     * What is known of a record, for somebody who asks or wants it gone.
     *
     * @param more words that the person is known by besides those of the record
     * @param really false only tells what would be forgotten
     */
    public Forgotten forget(RecordId org, RecordId record, Collection<String> more, boolean really) {
        Forgotten[] forgotten = {Forgotten.NOTHING};
        mirror.atOnce(() -> forgotten[0] = forgotten(org, record, more, really));
        return forgotten[0];
    }

    private Forgotten forgotten(RecordId org, RecordId record, Collection<String> more, boolean really) {
        GoneRecords gone = mirror.gone(org);
        List<Traced> own = gone.of(record);
        Set<String> words = new HashSet<>(more);
        own.forEach(traced -> words.addAll(traced.names()));
        if (really) {
            own.stream().filter(Traced::live).forEach(gone::remove);
            gone.empty(own.stream()
                    .filter(traced -> !traced.live())
                    .map(Traced::id)
                    .toList());
            gone.forgetOldNames(words);
        }
        boolean account =
                own.stream().anyMatch(traced -> traced.object().value().equals(ACCOUNT));
        Map<String, Integer> rows = account ? rowsOf(record, org, really) : Map.of();
        return new Forgotten(
                own.size(),
                texts.takeOut(Wording.of(words), org, really),
                rows,
                own.stream().anyMatch(Traced::live));
    }

    /** What was kept of an account in sentences. */
    private Map<String, Integer> rowsOf(RecordId account, RecordId org, boolean really) {
        Map<String, Integer> rows = new TreeMap<>();
        for (String table : texts.tablesOfAccounts()) {
            if (!WITHOUT_SENTENCES.contains(table)) {
                String ofAccount = " from " + table + " where org_id = ? and account_id = ?";
                int found = really
                        ? jdbc.update("delete" + ofAccount, org.value(), account.value())
                        : counted("select count(*)" + ofAccount, org, account);
                if (found > 0) {
                    rows.put(table, found);
                }
            }
        }
        return rows;
    }

    private int counted(String select, RecordId org, RecordId account) {
        Integer count = jdbc.queryForObject(select, Integer.class, org.value(), account.value());
        return count == null ? 0 : count;
    }

    /** By night nobody looks on: a name of one word may be any word, so only a person who asked has that taken out. */
    private static Set<String> fullNames(Collection<String> names) {
        Set<String> full = new HashSet<>();
        for (String name : names) {
            if (name.strip().chars().anyMatch(character -> character == ' ' || character == '@')) {
                full.add(name);
            }
        }
        return full;
    }
}
