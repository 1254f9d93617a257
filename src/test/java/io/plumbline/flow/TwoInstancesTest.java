package io.plumbline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.RecordId;
import io.plumbline.sandbox.control.Effect;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.TestDatabase;
import io.plumbline.testing.Trap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two whole connectors on one database share several orgs. {@code -Dplumbline.database=postgresql} for the database that
 * machines share in earnest.
 */
class TwoInstancesTest {

    private static final int ORGS = 3;

    private final DataSource database = TestDatabase.migrated();
    private final List<SmallOrg> orgs =
            IntStream.range(0, ORGS).mapToObj(i -> new SmallOrg()).toList();
    private final List<Connector> one = instance();
    private final List<Connector> two = instance();

    @AfterEach
    void close() {
        orgs.forEach(SmallOrg::close);
    }

    /** In the middle of the run of one, the other is told so and goes on with another org. */
    @Trap({"K3", "K4"})
    @Test
    void instanceThatComesSecondTakesTheNextOrg() {
        List<SyncSummary> meanwhile = new ArrayList<>();
        one.get(0).beforeWriting(() -> {
            meanwhile.add(two.get(0).sync());
            meanwhile.add(two.get(1).sync());
        });

        SyncSummary first = one.get(0).sync();

        assertThat(meanwhile)
                .extracting(SyncSummary::status)
                .containsExactly(SyncSummary.Status.ELSEWHERE, SyncSummary.Status.COMPLETE);
        assertThat(meanwhile.getFirst().problems().getFirst()).contains("at work on this org");
        assertThat(first.status()).isEqualTo(SyncSummary.Status.COMPLETE);
        one.get(0).beforeWriting(() -> {});
        assertThat(effectsOf(() -> {
                    two.get(0).sync();
                    one.get(1).sync();
                }))
                .as("what the other one has written is known")
                .isEmpty();
    }

    /** Real threads, all orgs, again and again: as much is written as by one instance alone. */
    @Trap({"K3", "K4", "K5"})
    @Test
    void twoInstancesWriteNoMoreThanOne() throws Exception {
        List<SyncSummary> ends = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<? extends Future<?>> both = List.of(one, two).stream()
                    .map(instance -> threads.submit(() -> {
                        for (int round = 0; round < 3; round++) {
                            instance.forEach(connector -> ends.add(connector.sync()));
                        }
                    }))
                    .toList();
            for (Future<?> instance : both) {
                instance.get();
            }
        }

        assertThat(ends)
                .as(() -> "problems "
                        + ends.stream()
                                .flatMap(end -> end.problems().stream())
                                .distinct()
                                .toList())
                .extracting(SyncSummary::status)
                .containsOnly(SyncSummary.Status.COMPLETE, SyncSummary.Status.ELSEWHERE);
        try (SmallOrg alone = new SmallOrg()) {
            new Connector(alone.sandbox).sync();
            List<String> once = kinds(alone.sandbox.journal().effects());
            orgs.forEach(org ->
                    assertThat(kinds(org.sandbox.journal().effects())).containsExactlyInAnyOrderElementsOf(once));
        }
    }

    private List<Connector> instance() {
        return IntStream.range(0, ORGS)
                .mapToObj(i -> new Connector(orgs.get(i).sandbox, database, RecordId.of("00D%012d".formatted(i + 1))))
                .toList();
    }

    private List<Effect> effectsOf(Runnable work) {
        orgs.forEach(org -> org.sandbox.journal().reset());
        work.run();
        return orgs.stream()
                .flatMap(org -> org.sandbox.journal().effects().stream())
                .toList();
    }

    private static List<String> kinds(List<Effect> effects) {
        return effects.stream()
                .map(effect -> effect.operation() + " " + effect.object())
                .toList();
    }
}
