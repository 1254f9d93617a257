package io.plumbline.flow.preview;

import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;
import java.time.LocalDate;
import java.util.List;

/**
 * What a sync of a whole org would do.
 *
 * @param org the org's address and the integration user
 * @param currency ISO code of the corporate currency
 * @param accounts every account judged, what needs attention most first
 * @param warnings what somebody should know although it went well, one sentence or two each
 * @param problems why it is not whole, or why a sync would stop, each with who can mend it
 */
public record PortfolioPreview(
        String org,
        String currency,
        LocalDate asOf,
        List<AccountPreview> accounts,
        CallsPreview calls,
        List<String> warnings,
        List<String> problems) {

    public PortfolioPreview {
        accounts = List.copyOf(accounts);
        warnings = List.copyOf(warnings);
        problems = List.copyOf(problems);
    }

    public long in(Band band) {
        return accounts.stream().filter(account -> account.band() == band).count();
    }

    public long with(ClockVerdict plan) {
        return accounts.stream().filter(account -> account.plan() == plan).count();
    }

    public long fields() {
        return accounts.stream().mapToLong(account -> account.fields().size()).sum();
    }

    /** Accounts of which at least one field would change. */
    public long accountsWritten() {
        return accounts.stream().filter(account -> !account.fields().isEmpty()).count();
    }

    public long tasks(TaskPreview.Move move) {
        return accounts.stream()
                .flatMap(account -> account.tasks().stream())
                .filter(task -> task.move() == move)
                .count();
    }

    public long held() {
        return accounts.stream().mapToLong(account -> account.held().size()).sum();
    }
}
