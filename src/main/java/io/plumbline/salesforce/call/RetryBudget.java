package io.plumbline.salesforce.call;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many retries all calls of one run may still take together: when the org is unwell, each call trying four times
 * would make four times the calls of an org that is unwell (trap J9).
 */
final class RetryBudget {

    private final AtomicInteger left;

    RetryBudget(int most) {
        this.left = new AtomicInteger(most);
    }

    /** Takes one, if there is one. */
    boolean take() {
        return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }
}
