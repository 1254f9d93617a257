package io.plumbline.sandbox.oauth;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How the token endpoint treats those who come too often or together (trap A4); a new sandbox takes everybody. */
public final class SignInRules {

    private volatile boolean oneAtATime;
    private volatile boolean newestOnly;
    private volatile Duration takes = Duration.ZERO;
    private final AtomicInteger inside = new AtomicInteger();

    /** Refuses a token request while another one is being answered. */
    public void oneAtATime(boolean flag) {
        oneAtATime = flag;
    }

    /** Ends a user's earlier sessions with every new one, as rotation does. */
    public void newestOnly(boolean flag) {
        newestOnly = flag;
    }

    /** How long a token request takes, on the machine's clock. */
    public void takes(Duration time) {
        takes = time;
    }

    boolean newestOnly() {
        return newestOnly;
    }

    /** Enters; whether the request may be answered. Whoever entered must {@link #leave}. */
    boolean enter() {
        int others = inside.getAndIncrement();
        if (oneAtATime && others > 0) {
            return false;
        }
        pause();
        return true;
    }

    void leave() {
        inside.decrementAndGet();
    }

    private void pause() {
        try {
            Thread.sleep(takes.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
