package io.plumbline.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.change.Change;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.FieldChange;
import io.plumbline.change.VerdictMark;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.RecordId;
import io.plumbline.journal.JournalDatabase;
import io.plumbline.testing.Trap;
import io.plumbline.writeback.lease.Lease;
import io.plumbline.writeback.lease.LeaseLostException;
import io.plumbline.writeback.lease.Leases;
import io.plumbline.writeback.lease.Taking;
import io.plumbline.writeback.lease.TestTime;
import io.plumbline.writeback.quarantine.Quarantine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Promise 10: only one writer, even with pauses and bad clocks. In each round two to five instances work on one org; at
 * any step one may be held up for minutes or hours, while the next one starts, takes over where it may, and is perhaps
 * held up itself. A write that reaches Salesforce is stale when somebody else took the org since.
 *
 * <p>{@code -Dplumbline.rounds=N} for other than 200 rounds.
 */
class StaleWriterTest {

    private static final int ROUNDS = Integer.getInteger("plumbline.rounds", 200);

    private final JournalDatabase database = JournalDatabase.empty();
    private final TestTime time = new TestTime(database);
    private final Quarantine quarantine = new Quarantine(database.client());

    private int pauses;
    private int takeovers;
    private int lost;
    private int effects;
    private int stale;
    private int unwritten;
    private int twice;

    @Trap({"K3", "K4", "F9"})
    @Test
    void noEffectOfAStaleHolder() {
        for (int round = 1; round <= ROUNDS; round++) {
            new Round(round).play();
        }
        System.out.printf(
                "%,d rounds of 2 to 5 instances: %,d pauses, %,d takeovers, %,d holders found out that they had lost the"
                        + " org; %,d records reached Salesforce, %d by a stale holder, %d tasks made twice%n",
                ROUNDS, pauses, takeovers, lost, effects, stale, twice);
        assertThat(stale).as("effects by a stale holder").isZero();
        assertThat(twice).as("tasks made twice").isZero();
        assertThat(unwritten)
                .as("rounds in which the last holder left something unwritten")
                .isZero();
        assertThat(lost).as("the test must see holders that lost the org").isGreaterThan(ROUNDS / 20);
    }

    private final class Round {

        private final Random dice;
        private final RecordId org;
        private final FakeOrg salesforce = new FakeOrg();
        private final Deque<Integer> waiting = new ArrayDeque<>();
        private final int instances;

        Round(int number) {
            dice = new Random(number);
            org = RecordId.of("00D" + String.format("%012d", number));
            instances = 2 + dice.nextInt(4);
            IntStream.range(0, instances).forEach(waiting::add);
        }

        void play() {
            while (!waiting.isEmpty()) {
                work(waiting.remove());
            }
            time.goOn(Duration.ofHours(3));
            work(instances);
            if (salesforce.accounts.size() < 3 || salesforce.tasksByKey.size() < 2) {
                unwritten++;
            }
            twice += salesforce.tasksMade() - salesforce.tasksByKey.size();
        }

        private void work(int instance) {
            Leases leases = time.instanceOffBy(Duration.ofMinutes(dice.nextInt(-600, 600)));
            if (!(leases.take(org, "instance " + instance) instanceof Taking.Taken taken)) {
                return;
            }
            Lease lease = taken.lease();
            takeovers += lease.token() > 1 ? 1 : 0;
            salesforce.before(() -> seen(lease));
            Outbox outbox = new Outbox(
                    database.template(),
                    database.transaction(),
                    Clock.fixed(Instant.EPOCH.plusSeconds(dice.nextInt()), ZoneOffset.UTC),
                    (step, done) -> perhapsPause(lease));
            try {
                new Writeback(
                                salesforce,
                                outbox,
                                quarantine,
                                settlement -> {},
                                attempt -> {},
                                new WritebackSettings(FieldName.of("Plumbline_Key__c"), "Open", 2))
                        .write(lease, instance, plan(instance));
                lease.release();
            } catch (LeaseLostException outrun) {
                lost++;
            }
        }

        /** The next instances do what they can on threads of their own while this one sleeps. */
        private void perhapsPause(Lease lease) {
            if (dice.nextInt(6) > 0) {
                return;
            }
            pauses++;
            time.goOn(Duration.ofSeconds(dice.nextInt(1, 1_800)));
            while (!waiting.isEmpty() && dice.nextBoolean()) {
                int next = waiting.remove();
                Thread other = Thread.ofPlatform().start(() -> work(next));
                try {
                    other.join();
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            }
            salesforce.before(() -> seen(lease));
        }

        /** A call arrives at Salesforce. */
        private void seen(Lease lease) {
            int records = salesforce.calls.getLast().size();
            effects += records;
            stale += time.token(org) == lease.token() ? 0 : records;
        }

        private List<ChangeSet> plan(int instance) {
            return IntStream.rangeClosed(1, 3)
                    .mapToObj(account -> set(account, instance))
                    .toList();
        }

        private static ChangeSet set(int number, int value) {
            RecordId account = RecordId.of("001" + String.format("%012d", number));
            Change fields = new Change.AccountUpdate(
                    account,
                    List.of(new FieldChange(
                            FieldName.of("Plumbline_Health__c"), FieldValue.EMPTY, FieldValue.number(value), "news")));
            Change task = new Change.TaskCreation(
                    account,
                    "task-" + number,
                    RecordId.of("005000000000001"),
                    "subject",
                    "description",
                    "High",
                    LocalDate.EPOCH,
                    "why");
            return new ChangeSet(
                    account,
                    number == 3 ? List.of(fields) : List.of(fields, task),
                    List.of(),
                    Set.of(),
                    false,
                    false,
                    false,
                    new VerdictMark("v", "t"));
        }
    }
}
