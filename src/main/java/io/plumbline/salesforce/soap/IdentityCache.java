package io.plumbline.salesforce.soap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.plumbline.salesforce.OrgIdentity;
import io.plumbline.salesforce.auth.AccessToken;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Who we are in each instance that a sign-in led to, and how that org counts time and money, kept for an hour: a run every
 * few minutes need not ask each time, and a new time zone or currency is known within the hour.
 */
final class IdentityCache {

    /** The name in metrics. */
    static final String NAME = "plumbline.identities";

    private static final int MOST = 20;
    private static final Duration LIFE = Duration.ofHours(1);

    private final Cache<Key, OrgIdentity> cache;

    private record Key(String org, String user, URI instance) {}

    IdentityCache(Ticker ticker) {
        this.cache = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(LIFE)
                .ticker(ticker)
                .recordStats()
                .build();
    }

    OrgIdentity of(AccessToken token, Supplier<OrgIdentity> asked) {
        Key key = new Key(token.org().value(), token.user(), token.instance());
        OrgIdentity known = cache.getIfPresent(key);
        if (known == null) {
            known = asked.get();
            cache.put(key, known);
        }
        return known;
    }

    void bindTo(MeterRegistry registry) {
        CaffeineCacheMetrics.monitor(registry, cache, NAME);
    }
}
