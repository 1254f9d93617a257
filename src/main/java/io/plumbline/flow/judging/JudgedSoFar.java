package io.plumbline.flow.judging;

import io.plumbline.change.ChangePolicy;
import io.plumbline.config.CanonicalText;
import io.plumbline.config.Configuration;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.building.Dossiers;
import io.plumbline.flow.reading.ReadOrg;
import io.plumbline.journal.JudgedOrgs;
import io.plumbline.journal.Standings;
import io.plumbline.mirror.Fingerprint;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.RowSource;
import io.plumbline.mirror.Touched;
import io.plumbline.writeback.lease.Lease;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How far the judging of an org has come, so that a run judges what changed and nothing else.
 *
 * <p>An account is judged again when anything about it became different in the mirror, when a user whom its verdict rests
 * on did, and when the run before planned a change of it, whatever became of that. Everything is judged again when that
 * befalls many, on another day, as of any day but today, when that is asked for, and when what all verdicts rest on is another: the configuration,
 * this program, and what the org shows to all accounts ({@link Dossiers#shared}).
 */
public final class JudgedSoFar {

    private static final RowSource ACCOUNTS = RowSource.of(SourceName.ACCOUNT.key());
    private static final RowSource USERS = RowSource.of(SourceName.USERS.key());

    /**
     * Above so many changed accounts that are more than a fifth of all, it takes less to judge all: they are read at once
     * instead of one by one, and nothing has to be known of the others.
     */
    private static final int MANY = 1000;

    private static final int MANY_OF = 5;

    private final Configuration configuration;
    private final Mirror mirror;
    private final Dossiers dossiers;
    private final Standings standings;
    private final JudgedOrgs judged;
    private final TransactionOperations transaction;

    public JudgedSoFar(
            Configuration configuration,
            Mirror mirror,
            Dossiers dossiers,
            Standings standings,
            JudgedOrgs judged,
            TransactionOperations transaction) {
        this.configuration = configuration;
        this.mirror = mirror;
        this.dossiers = dossiers;
        this.standings = standings;
        this.judged = judged;
        this.transaction = transaction;
    }

    /** What a run has to judge. A dry run judges everything, since it is to show everything. */
    Extent extent(ReadOrg read, ChangePolicy policy) {
        RecordId org = read.orgId();
        Touched touched = mirror.touched(org);
        if (!read.org().request().accounts().isEmpty()) {
            return new Extent.Named(read.org().request().accounts());
        }
        String basis = basis(read, policy);
        if (read.org().request().dryRun()
                || read.org().request().everything()
                || !read.org().asOf().equals(read.org().today())
                || !judged.isJudged(org, read.org().asOf(), basis)
                || !touched.wholeSources().isEmpty()) {
            return new Extent.Everything(basis);
        }
        Set<RecordId> accounts = new HashSet<>(touched.accounts());
        accounts.addAll(standings.restingOn(org, touched.records(USERS)));
        accounts.addAll(judged.due(org));
        return accounts.size() > MANY && accounts.size() > mirror.org(org).count(ACCOUNTS) / MANY_OF
                ? new Extent.Everything(basis)
                : new Extent.Changed(accounts);
    }

    /** How many accounts that is, for whoever waits; at most, since of some nothing is to be judged. */
    long expected(RecordId org, Extent extent) {
        return switch (extent) {
            case Extent.Everything everything -> mirror.org(org).count(ACCOUNTS);
            case Extent.Changed changed -> changed.accounts().size();
            case Extent.Named named -> named.accounts().size();
        };
    }

    /** What all verdicts of a run rest on; the day stands for itself. */
    private String basis(ReadOrg read, ChangePolicy policy) {
        return Fingerprint.of(CanonicalText.of(configuration)
                + "\n" + CanonicalText.of(policy)
                + "\n" + dossiers.shared(read.orgId(), read.org().asOf())
                + "\n"
                + Objects.requireNonNullElse(JudgedSoFar.class.getPackage().getImplementationVersion(), ""));
    }

    /** All accounts are being judged anew: until that came through, the next run has to do the same. */
    void beginsAnew(RecordId org) {
        judged.notJudged(org);
    }

    /**
     * Takes note that a run came through. What was read in part only is judged again by the next run.
     *
     * @throws io.plumbline.writeback.lease.LeaseLostException when another instance took the org, and maybe read more of it
     */
    public void cameThrough(JudgedOrg done, Lease lease) {
        RecordId org = done.read().orgId();
        transaction.executeWithoutResult(status -> {
            lease.fence();
            boolean whole = !done.read().report().isPartial() && !(done.extent() instanceof Extent.Named);
            if (whole) {
                judged.nothingDue(org);
                mirror.touched(org).forget();
            }
            if (whole && done.extent() instanceof Extent.Everything everything) {
                judged.judged(org, done.read().org().asOf(), everything.basis());
            }
            judged.due(org, done.read().report().isPartial() ? done.accountsJudged() : done.toBeSeenAgain());
        });
    }
}
