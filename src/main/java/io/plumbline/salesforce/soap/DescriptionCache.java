package io.plumbline.salesforce.soap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.ObjectDescription;
import io.plumbline.salesforce.auth.AccessToken;
import io.plumbline.salesforce.call.ApiVersion;
import java.time.Duration;
import java.util.Optional;

/**
 * What each signed-in user sees of each object in one version of the API, kept for a while: another user sees other
 * fields (trap I1). Bounded, and shorter-lived than a run may be long, because fields come and go (traps C6, I3).
 */
final class DescriptionCache {

    /** The name in metrics. */
    static final String NAME = "plumbline.descriptions";

    /** More objects than a mapping can name. */
    private static final int MOST = 500;

    private static final Duration LIFE = Duration.ofHours(1);

    private final Cache<Key, ObjectDescription> cache;

    private record Key(String org, String user, String apiVersion, ObjectName object) {}

    DescriptionCache(Ticker ticker) {
        this.cache = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(LIFE)
                .ticker(ticker)
                .recordStats()
                .build();
    }

    Optional<ObjectDescription> find(AccessToken user, ObjectName object) {
        return Optional.ofNullable(cache.getIfPresent(key(user, object)));
    }

    void keep(AccessToken user, ObjectName object, ObjectDescription description) {
        cache.put(key(user, object), description);
    }

    /** To be asked anew: a run begins, or the org has just contradicted what was known (traps I2, I3). */
    void forgetAll() {
        cache.invalidateAll();
    }

    void bindTo(MeterRegistry registry) {
        CaffeineCacheMetrics.monitor(registry, cache, NAME);
    }

    private static Key key(AccessToken user, ObjectName object) {
        return new Key(user.org().value(), user.user(), ApiVersion.OURS, object);
    }
}
