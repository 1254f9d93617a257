package io.plumbline.ops.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A way in for whoever started the demo: one key, good once and for an hour. Where none was made, none fits.
 */
public final class OneTimeLink {

    static final Duration GOOD_FOR = Duration.ofHours(1);
    static final String PATH = "/sign-in/link";
    static final String KEY = "key";

    private static final int BYTES = 32;

    private final Clock clock;
    private final SecureRandom random;
    private @Nullable Issued issued;

    private record Issued(byte[] key, Instant until) {}

    OneTimeLink(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** Makes a link, in the place of any made before; the path and query of it. */
    public synchronized String issue() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        issued =
                new Issued(key.getBytes(StandardCharsets.UTF_8), clock.instant().plus(GOOD_FOR));
        return PATH + "?" + KEY + "=" + key;
    }

    /** Whether this is the key, used for the first time and in time. Takes as long for a wrong one as for the right one. */
    synchronized boolean redeem(String key) {
        Issued now = issued;
        if (now == null || !MessageDigest.isEqual(now.key(), key.getBytes(StandardCharsets.UTF_8))) {
            return false;
        }
        issued = null;
        return clock.instant().isBefore(now.until());
    }
}
