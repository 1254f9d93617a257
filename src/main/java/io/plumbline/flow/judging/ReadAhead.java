package io.plumbline.flow.judging;

import io.plumbline.crm.RecordId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Reads for some hundred accounts at once what is asked for account by account in the order of their Ids. Holds one portion
 * of them at any time. For one thread.
 */
final class ReadAhead<T> {

    static final int PORTION = 500;

    private final List<RecordId> accounts;
    private final Function<List<RecordId>, Function<RecordId, T>> read;
    private int portion = -1;
    private Function<RecordId, T> held = account -> {
        throw new IllegalStateException("nothing was read yet");
    };

    /** @param accounts all of which something may be asked, in any order, each once */
    ReadAhead(Collection<RecordId> accounts, Function<List<RecordId>, Function<RecordId, T>> read) {
        this.accounts = accounts.stream().sorted().toList();
        this.read = read;
    }

    /** @throws IllegalArgumentException for an account that was not named before */
    T of(RecordId account) {
        int place = Collections.binarySearch(accounts, account);
        if (place < 0) {
            throw new IllegalArgumentException("account " + account + " is none of those that are read");
        }
        if (portion != place / PORTION) {
            portion = place / PORTION;
            int from = portion * PORTION;
            held = read.apply(accounts.subList(from, Math.min(from + PORTION, accounts.size())));
        }
        return held.apply(account);
    }
}
