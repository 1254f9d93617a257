package io.plumbline.dossier.building.org;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.User;
import io.plumbline.dossier.building.money.ExchangeRates;
import io.plumbline.dossier.building.rows.ReadSources;
import io.plumbline.mirror.Mirror;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Users and exchange rates of the orgs, kept for as long as their sources in the mirror stay as they are: every run needs
 * them, and every account that somebody asks about. Each reading of a source moves its watermark, and each comparison with
 * the org is noted, so that what was kept before is never taken for what was read after. Bounded, and named in metrics.
 */
public final class OrgCaches {

    /** The names in metrics. */
    static final String USERS = "plumbline.users";

    static final String RATES = "plumbline.rates";

    /** Users of all orgs together: a few hundred megabytes would be too much, some tens are not. */
    private static final long MOST_USERS = 200_000;

    private static final int MOST_ORGS = 100;
    private static final Duration UNUSED = Duration.ofHours(1);

    private final Mirror mirror;
    private final Cache<Key, Map<String, User>> users = Caffeine.newBuilder()
            .maximumWeight(MOST_USERS)
            .weigher((Key key, Map<String, User> found) -> found.size() + 1)
            .expireAfterAccess(UNUSED)
            .recordStats()
            .build();
    private final Cache<Key, ExchangeRates> rates = Caffeine.newBuilder()
            .maximumSize(MOST_ORGS)
            .expireAfterAccess(UNUSED)
            .recordStats()
            .build();

    /** @param state of the sources, another one whenever anything in them may be different */
    private record Key(RecordId org, String state) {}

    public OrgCaches(Mirror mirror) {
        this.mirror = mirror;
    }

    /** The users of an org by Id, read only when they may have changed. */
    Map<String, User> users(RecordId org, Supplier<Map<String, User>> reader) {
        return users.get(key(org, List.of(SourceName.USERS)), key -> Collections.unmodifiableMap(reader.get()));
    }

    /** The rates of an org, read only when they may have changed. */
    ExchangeRates rates(RecordId org, Supplier<ExchangeRates> reader) {
        return rates.get(key(org, List.of(SourceName.CURRENCIES, SourceName.DATED_RATES)), key -> reader.get());
    }

    public void bindTo(MeterRegistry registry) {
        CaffeineCacheMetrics.monitor(registry, users, USERS);
        CaffeineCacheMetrics.monitor(registry, rates, RATES);
    }

    private Key key(RecordId org, List<SourceName> sources) {
        StringBuilder state = new StringBuilder(String.valueOf(mirror.facts(org)));
        for (SourceName source : sources) {
            state.append('|').append(mirror.watermark(org, ReadSources.row(source)));
            state.append('|').append(mirror.reconciled(org, ReadSources.row(source)));
        }
        return new Key(org, state.toString());
    }
}
