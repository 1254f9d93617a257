package io.plumbline.writeback.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.crm.RecordId;
import io.plumbline.journal.JournalDatabase;
import io.plumbline.testing.Trap;
import io.plumbline.writeback.lease.Taking.Elsewhere;
import io.plumbline.writeback.lease.Taking.Taken;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who holds an org, as told by the database alone. */
class OneWriterTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");

    private final TestTime time = new TestTime(JournalDatabase.empty());

    @Trap("K3")
    @Test
    void secondInstanceIsToldWhoHoldsTheOrgAndForHowLong() {
        taken(time.instance(), "one");
        time.goOn(Duration.ofMinutes(4));

        assertThat(time.instance().take(ORG, "two")).isEqualTo(new Elsewhere("one", Duration.ofMinutes(6)));
    }

    @Trap("K3")
    @Test
    void orgIsTakenOverWhenItsTimeIsOverAndNotBefore() {
        Lease first = taken(time.instance(), "one");
        time.goOn(Duration.ofMinutes(10).minusMillis(1));
        assertThat(time.instance().take(ORG, "two")).isInstanceOf(Elsewhere.class);
        time.goOn(Duration.ofMillis(1));

        Lease second = taken(time.instance(), "two");

        assertThat(second.token()).isGreaterThan(first.token());
        assertThatThrownBy(first::renew).isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(first::fence).isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(first::beforeCall).isInstanceOf(LeaseLostException.class);
        second.beforeCall();
    }

    @Trap("K3")
    @Test
    void signOfLifeKeepsTheOrg() {
        Lease lease = taken(time.instance(), "one");
        for (int i = 0; i < 30; i++) {
            time.goOn(Duration.ofMinutes(9));
            lease.renew();
            assertThat(time.instance().take(ORG, "two")).isInstanceOf(Elsewhere.class);
        }
    }

    /** A lease that ran out and that nobody took is still ours: the row is under our lock when we find that out. */
    @Test
    void holderThatNobodyFollowedGoesOn() {
        Lease lease = taken(time.instance(), "one");
        time.goOn(Duration.ofHours(2));

        lease.beforeCall();

        assertThat(time.instance().take(ORG, "two")).isInstanceOf(Elsewhere.class);
    }

    @Trap("K4")
    @Test
    void releasedOrgIsFreeAtOnceAndTheOldHolderIsOut() {
        Lease lease = taken(time.instance(), "one");
        lease.release();

        assertThatThrownBy(lease::fence).isInstanceOf(LeaseLostException.class);
        Lease next = taken(time.instance(), "two");
        lease.release();
        next.fence();
    }

    /** Nobody else can open the data folder, so what holds the org there is dead. */
    @Trap("K1")
    @Test
    void processAloneOnItsDatabaseTakesOverAtOnce() {
        Lease dead = taken(time.instance(), "one");

        Lease alive = taken(time.aloneOnItsDatabase(), "two");

        assertThat(alive.token()).isGreaterThan(dead.token());
    }

    /** The clock of the machine is asked for nothing. */
    @Trap("K3")
    @Test
    void clockOfTheMachineThatIsHoursOffChangesNothing() {
        Lease fast = taken(time.instanceOffBy(Duration.ofHours(5)), "fast");

        assertThat(time.instanceOffBy(Duration.ofHours(-5)).take(ORG, "slow")).isInstanceOf(Elsewhere.class);
        fast.beforeCall();
    }

    /** Real threads on one database, many orgs: whoever holds an org is alone on it. */
    @Trap({"K3", "K4", "K5"})
    @Test
    void instancesShareManyOrgsAndNeverMeet() throws Exception {
        int instances = 4;
        List<RecordId> orgs = IntStream.range(0, 12)
                .mapToObj(i -> RecordId.of("00D" + String.format("%012d", i)))
                .toList();
        Map<RecordId, AtomicInteger> atWork = new ConcurrentHashMap<>();
        Map<RecordId, AtomicInteger> turns = new ConcurrentHashMap<>();
        AtomicInteger met = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(instances)) {
            List<? extends Future<?>> all = IntStream.range(0, instances)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        Leases leases = time.instance();
                        for (int round = 0; round < 10; round++) {
                            for (RecordId org : orgs) {
                                if (leases.take(org, "instance " + i) instanceof Taken taken) {
                                    AtomicInteger here = atWork.computeIfAbsent(org, id -> new AtomicInteger());
                                    met.addAndGet(here.incrementAndGet() == 1 ? 0 : 1);
                                    taken.lease().renew();
                                    turns.computeIfAbsent(org, id -> new AtomicInteger())
                                            .incrementAndGet();
                                    here.decrementAndGet();
                                    taken.lease().release();
                                }
                            }
                        }
                        return null;
                    }))
                    .toList();
            start.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(met).hasValue(0);
        assertThat(turns.keySet()).containsExactlyInAnyOrderElementsOf(orgs);
    }

    private static Lease taken(Leases leases, String holder) {
        return ((Taken) leases.take(ORG, holder)).lease();
    }
}
