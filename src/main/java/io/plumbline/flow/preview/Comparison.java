package io.plumbline.flow.preview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What another configuration would change about the same accounts on the same day.
 *
 * @param now by the configuration in use
 * @param then by the other one
 * @param moved accounts whose band or plan currency becomes another, or whose health differs
 * @param opened tasks that only the other configuration would open
 * @param notOpened tasks that only the one in use would open
 * @param closed tasks that only the other configuration would close
 * @param notClosed tasks that only the one in use would close
 * @param onlyNow Ids of accounts that only the one in use judges
 * @param onlyThen Ids of accounts that only the other one judges
 */
public record Comparison(
        PortfolioPreview now,
        PortfolioPreview then,
        List<Moved> moved,
        List<OfAccount> opened,
        List<OfAccount> notOpened,
        List<OfAccount> closed,
        List<OfAccount> notClosed,
        List<String> onlyNow,
        List<String> onlyThen) {

    /** One account by both configurations. */
    public record Moved(AccountPreview now, AccountPreview then) {

        public boolean changesBand() {
            return now.band() != then.band();
        }

        public boolean changesPlan() {
            return now.plan() != then.plan();
        }
    }

    /** A task with its account. */
    public record OfAccount(AccountPreview account, TaskPreview task) {}

    public static Comparison of(PortfolioPreview now, PortfolioPreview then) {
        Map<String, AccountPreview> others = new HashMap<>();
        then.accounts().forEach(account -> others.put(account.id(), account));
        List<Moved> moved = new ArrayList<>();
        List<String> onlyNow = new ArrayList<>();
        for (AccountPreview account : now.accounts()) {
            AccountPreview other = others.remove(account.id());
            if (other == null) {
                onlyNow.add(account.id());
            } else if (differ(account, other)) {
                moved.add(new Moved(account, other));
            }
        }
        return new Comparison(
                now,
                then,
                moved,
                beyond(then, now, TaskPreview.Move.OPEN),
                beyond(now, then, TaskPreview.Move.OPEN),
                beyond(then, now, TaskPreview.Move.CLOSE),
                beyond(now, then, TaskPreview.Move.CLOSE),
                onlyNow,
                others.keySet().stream().sorted().toList());
    }

    /** Accounts whose band becomes another. */
    public List<Moved> changingBand() {
        return moved.stream().filter(Moved::changesBand).toList();
    }

    public List<Moved> changingPlan() {
        return moved.stream().filter(Moved::changesPlan).toList();
    }

    private static boolean differ(AccountPreview one, AccountPreview other) {
        return one.band() != other.band()
                || one.plan() != other.plan()
                || !Objects.equals(one.health(), other.health());
    }

    /** Moves of tasks that one configuration makes and the other does not. */
    private static List<OfAccount> beyond(PortfolioPreview these, PortfolioPreview those, TaskPreview.Move move) {
        Set<String> known = new HashSet<>();
        those.accounts()
                .forEach(account -> account.tasks().stream()
                        .filter(task -> task.move() == move)
                        .forEach(task -> known.add(task.key())));
        List<OfAccount> beyond = new ArrayList<>();
        these.accounts()
                .forEach(account -> account.tasks().stream()
                        .filter(task -> task.move() == move && !known.contains(task.key()))
                        .forEach(task -> beyond.add(new OfAccount(account, task))));
        return beyond;
    }
}
