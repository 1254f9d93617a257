package io.plumbline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two orgs live the same life; one connector judges what changed, the other everything: after every sync both orgs hold the
 * same, field by field and task by task, and both connectors remember the same verdicts.
 *
 * <p>{@code -Dplumbline.seeds=500} for the long form, {@code -Dplumbline.seed=7} for one seed.
 */
@Tag("sweep")
class OnlyWhatChangedTest {

    private static final int SYNCS = 8;

    static Stream<Long> seeds() {
        Long one = Long.getLong("plumbline.seed");
        return one != null
                ? Stream.of(one)
                : LongStream.rangeClosed(1, Long.getLong("plumbline.seeds", 2)).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void judgingWhatChangedLeavesWhatJudgingEverythingLeaves(long seed) {
        int judged = 0;
        int accounts = 0;
        try (BusyOrg one = new BusyOrg(seed, 9);
                BusyOrg other = new BusyOrg(seed, 9)) {
            Connector some = new Connector(one.org.sandbox);
            Connector all = new Connector(other.org.sandbox);
            List<String> story = new ArrayList<>();
            for (int sync = 1; sync <= SYNCS; sync++) {
                String lived = sync + ": " + one.live(6);
                other.live(6);
                if (sync == SYNCS / 2) {
                    one.nextMorning();
                    other.nextMorning();
                    lived += " and a night";
                }
                story.add(lived);
                SyncSummary ofSome = some.sync();
                all.judgeEverythingNext();
                SyncSummary ofAll = all.sync();
                judged += ofSome.judged();
                accounts += ofSome.accounts();

                assertThat(onlyIn(one.org.verdicts(), other.org.verdicts()))
                        .as("only where what changed was judged, seed %d, after %s", seed, story)
                        .isEqualTo(onlyIn(other.org.verdicts(), one.org.verdicts()));
                assertThat(some.judgedAccounts())
                        .as("seed %d, after %s", seed, story)
                        .isEqualTo(all.judgedAccounts());
                assertThat(ofSome.bands()).as("seed %d, after %s", seed, story).isEqualTo(ofAll.bands());
                assertThat(ofSome.currencies())
                        .as("seed %d, after %s", seed, story)
                        .isEqualTo(ofAll.currencies());
                assertThat(ofSome.first()).as("seed %d, after %s", seed, story).isEqualTo(ofAll.first());
                assertThat(ofSome.accounts())
                        .as("seed %d, after %s", seed, story)
                        .isEqualTo(ofAll.accounts());
            }
        }
        System.out.printf("seed %d: %d syncs, %d of %d accounts judged%n", seed, SYNCS, judged, accounts);
        assertThat(judged).isLessThan(accounts);
    }

    private static List<String> onlyIn(List<String> these, List<String> those) {
        List<String> only = new ArrayList<>(these);
        only.removeAll(those);
        return only;
    }
}
