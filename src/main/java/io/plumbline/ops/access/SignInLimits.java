package io.plumbline.ops.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How often a password may be guessed: by one address for one name, by one address for any name, and by all addresses
 * together for one name. Each count begins with its first attempt and is forgotten a quarter of an hour later, so that a
 * lock opens by itself and no attacker keeps it shut. Kept in memory: a restart forgives.
 */
final class SignInLimits {

    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int OF_ADDRESS_AND_NAME = 5;
    static final int OF_ADDRESS = 25;
    static final int OF_NAME = 100;

    private static final String OF_ADDRESS_KEY = "address ";
    private static final String OF_NAME_KEY = "name ";
    private static final int MOST_REMEMBERED = 50_000;

    private final Cache<String, Integer> attempts;

    SignInLimits(Clock clock) {
        this.attempts = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfter(Expiry.<String, Integer>creating((key, count) -> WINDOW))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Counts an attempt before it is made, so that many at once count as many. */
    boolean mayTry(String name, String address) {
        String who = name.strip().toLowerCase(Locale.ROOT);
        boolean both = count(both(who, address)) <= OF_ADDRESS_AND_NAME;
        boolean fromThere = count(OF_ADDRESS_KEY + address) <= OF_ADDRESS;
        boolean forThem = count(OF_NAME_KEY + who) <= OF_NAME;
        return both && fromThere && forThem;
    }

    /** The password was right: what was mistyped before is forgiven, and the attempt was none. */
    void succeeded(String name, String address) {
        String who = name.strip().toLowerCase(Locale.ROOT);
        attempts.invalidate(both(who, address));
        takeBack(OF_ADDRESS_KEY + address);
        takeBack(OF_NAME_KEY + who);
    }

    private void takeBack(String key) {
        attempts.asMap().computeIfPresent(key, (same, count) -> count - 1);
    }

    private int count(String key) {
        return attempts.asMap().merge(key, 1, Integer::sum);
    }

    private static String both(String name, String address) {
        return "both " + address + ' ' + name;
    }
}
