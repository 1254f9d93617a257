package io.plumbline.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.plumbline.writeback.lease.Taking;
import io.plumbline.writeback.lease.TestTime;
import io.plumbline.writeback.quarantine.Quarantine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A bulk job takes two hours, a lease ten minutes. */
class LongJobTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final RecordId ACCOUNT = RecordId.of("001000000000001");

    private final JournalDatabase database = JournalDatabase.empty();
    private final TestTime time = new TestTime(database);
    private final FakeOrg org = new FakeOrg();
    private final Outbox outbox =
            new Outbox(database.template(), database.transaction(), Clock.systemUTC(), StepWatch.NOBODY);
    private final Writeback writeback = new Writeback(
            org,
            outbox,
            new Quarantine(database.client()),
            settlement -> {},
            attempt -> {},
            new WritebackSettings(FieldName.of("Plumbline_Key__c"), "Not Started", 3));
    private final Lease lease = ((Taking.Taken) time.instance().take(ORG, "one")).lease();

    @Trap("K3")
    @Test
    void leaseIsRenewedWhileAJobIsWaitedFor() {
        org.takesLong(30, () -> {
            time.goOn(Duration.ofMinutes(4));
            assertThat(time.instance().take(ORG, "two")).isInstanceOf(Taking.Elsewhere.class);
        });

        WritebackReport report = writeback.write(lease, 1, plan());

        assertThat(report.complete()).isTrue();
        assertThat(outbox.count(ORG, 1, Outbox.State.DONE)).isOne();
    }

    /** Held up between two looks for longer than the lease: the next look is the last, and nothing is settled. */
    @Trap("K3")
    @Test
    void leaseThatSomebodyElseHasEndsTheWait() {
        AtomicInteger looks = new AtomicInteger();
        org.takesLong(30, () -> {
            if (looks.incrementAndGet() == 3) {
                time.goOn(Duration.ofMinutes(11));
                assertThat(time.instance().take(ORG, "two")).isInstanceOf(Taking.Taken.class);
            }
        });

        assertThatThrownBy(() -> writeback.write(lease, 1, plan())).isInstanceOf(LeaseLostException.class);

        assertThat(looks).hasValue(3);
        assertThat(outbox.count(ORG, 1, Outbox.State.SENT)).isOne();
    }

    /** A sign of life from beside the run finds it out first: the run need not wait until its own time is over. */
    @Trap("K3")
    @Test
    void signOfLifeThatIsRefusedEndsTheWaitAtOnce() {
        time.goOn(Duration.ofMinutes(10));
        assertThat(time.instance().take(ORG, "two")).isInstanceOf(Taking.Taken.class);
        assertThatThrownBy(lease::renew).isInstanceOf(LeaseLostException.class);

        assertThatThrownBy(lease::beforeCall).isInstanceOf(LeaseLostException.class);
    }

    private static List<ChangeSet> plan() {
        FieldChange change =
                new FieldChange(FieldName.of("Plumbline_Health__c"), FieldValue.EMPTY, FieldValue.number(72), "why");
        return List.of(new ChangeSet(
                ACCOUNT,
                List.of(new Change.AccountUpdate(ACCOUNT, List.of(change))),
                List.of(),
                Set.of(),
                true,
                false,
                false,
                new VerdictMark("v", "t")));
    }
}
