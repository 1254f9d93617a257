package io.plumbline.flow;

import io.plumbline.crm.RecordId;
import io.plumbline.journal.JudgedAccount;
import io.plumbline.journal.Verdicts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What pages show: the last run of this process and the latest verdict about each account of its org. */
public final class Portfolio {

    private final Verdicts verdicts;
    private volatile @Nullable Concluded last;

    private record Concluded(RecordId org, SyncSummary summary, boolean worthRepeating) {}

    Portfolio(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    public void concluded(RecordId org, SyncSummary summary, boolean worthRepeating) {
        last = new Concluded(org, summary, worthRepeating);
    }

    /** Empty until a run of this process came to its end. */
    public Optional<SyncSummary> lastRun() {
        return Optional.ofNullable(last).map(Concluded::summary);
    }

    /** The org of this process; empty until a run of it came to its end. */
    public Optional<RecordId> org() {
        return Optional.ofNullable(last).map(Concluded::org);
    }

    /** Whether the last run left something that another one soon may well bring. */
    public boolean isWorthRepeating() {
        Concluded concluded = last;
        return concluded != null && concluded.worthRepeating();
    }

    /** Those that need attention most come first. */
    public List<JudgedAccount> accounts() {
        Concluded concluded = last;
        return concluded == null ? List.of() : verdicts.latest(concluded.org(), Verdicts.Order.ATTENTION);
    }

    public Optional<JudgedAccount.InFull> account(RecordId account) {
        Concluded concluded = last;
        return concluded == null ? Optional.empty() : verdicts.latest(concluded.org(), account);
    }
}
