package io.plumbline.dossier.building.org;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.User;
import io.plumbline.dossier.building.rows.ReadSources;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.RowSource;
import io.plumbline.mirror.Watermark;
import io.plumbline.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrgCachesTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final RecordId OTHER = RecordId.of("00D000000000002");
    private static final Instant NOON = Instant.parse("2026-06-30T12:00:00Z");

    private final Mirror mirror = new Mirror(TestDatabase.migrated());
    private final OrgCaches caches = new OrgCaches(mirror);
    private final List<RecordId> read = new ArrayList<>();

    @Test
    void usersAreReadAgainWhenTheirSourceWasReadOrCompared() {
        users(ORG);
        users(ORG);
        assertThat(read).containsExactly(ORG);

        RowSource source = ReadSources.row(SourceName.USERS);
        mirror.reached(ORG, source, new Watermark("f", NOON, true));
        users(ORG);
        users(ORG);
        assertThat(read).containsExactly(ORG, ORG);

        mirror.reconciled(ORG, source, NOON);
        users(ORG);
        assertThat(read).hasSize(3);

        mirror.reached(ORG, ReadSources.row(SourceName.CONTACTS), new Watermark("f", NOON, true));
        users(ORG);
        assertThat(read).hasSize(3);
    }

    @Test
    void orgsAreKeptApart() {
        users(ORG);
        users(OTHER);
        users(ORG);
        assertThat(read).containsExactly(ORG, OTHER);
    }

    @Test
    void metricsNameThem() {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        caches.bindTo(metrics);
        users(ORG);
        users(ORG);
        assertThat(metrics.get("cache.gets")
                        .tags("cache", OrgCaches.USERS, "result", "hit")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
        assertThat(metrics.get("cache.gets").tags("cache", OrgCaches.RATES).functionCounters())
                .isNotEmpty();
    }

    private void users(RecordId org) {
        Map<String, User> users = caches.users(org, () -> {
            read.add(org);
            return Map.of("u", new User("u", "Somebody", true, null));
        });
        assertThat(users).containsOnlyKeys("u");
    }
}
