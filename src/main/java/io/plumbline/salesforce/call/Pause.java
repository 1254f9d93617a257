package io.plumbline.salesforce.call;

import java.time.Duration;

/** Waits between two attempts; another one in tests, so that they do not sleep. */
@FunctionalInterface
public interface Pause {

    /** @throws InterruptedException when the program is being stopped (trap J9) */
    void take(Duration time) throws InterruptedException;
}
