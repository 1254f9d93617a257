package io.plumbline.salesforce.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.ObjectDescription;
import io.plumbline.salesforce.StubOrg;
import io.plumbline.salesforce.auth.AccessToken;
import io.plumbline.testing.Trap;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DescriptionCacheTest {

    private static final ObjectName ACCOUNT = ObjectName.of("Account");
    private static final ObjectDescription SEEN = ObjectDescription.of(ACCOUNT, false, true, List.of());

    private final AtomicLong nanos = new AtomicLong();
    private final DescriptionCache cache = new DescriptionCache(nanos::get);

    @Trap("I1")
    @Test
    void neverShowsOneUserWhatAnotherSees() {
        cache.keep(session(1, "0055e000000USERAAK"), ACCOUNT, SEEN);

        assertThat(cache.find(session(2, "0055e000000USERAAK"), ACCOUNT))
                .as("the same user in a later session")
                .contains(SEEN);
        assertThat(cache.find(session(2, "0055e000000OTHRAAK"), ACCOUNT)).isEmpty();
    }

    @Trap("I3")
    @Test
    void forgetsAfterAnHourAndWhenToldTo() {
        AccessToken session = session(1, "0055e000000USERAAK");
        cache.keep(session, ACCOUNT, SEEN);
        nanos.addAndGet(Duration.ofMinutes(59).toNanos());
        assertThat(cache.find(session, ACCOUNT)).contains(SEEN);
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(cache.find(session, ACCOUNT)).isEmpty();

        cache.keep(session, ACCOUNT, SEEN);
        cache.forgetAll();
        assertThat(cache.find(session, ACCOUNT)).isEmpty();
    }

    private static AccessToken session(long generation, String user) {
        return new AccessToken(
                generation, "t", URI.create("https://acme.my.salesforce.com/"), RecordId.of(StubOrg.ORG), user);
    }
}
