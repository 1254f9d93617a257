package io.plumbline.flow.checking;

import io.plumbline.flow.StopSwitch;
import io.plumbline.flow.SyncRefusedException;
import io.plumbline.flow.progress.RunProgress;
import io.plumbline.journal.Run;
import io.plumbline.journal.RunCounters;
import io.plumbline.journal.RunId;
import io.plumbline.journal.Runs;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.writeback.lease.LeaseLostException;
import java.util.function.Supplier;

/** A run that stands in the journal and is under way. */
public record OpenRun(RunId id, Runs runs, RunMeter meter, HeldOrg held, StopSwitch stop, RunProgress progress) {

    /** @throws SalesforceFailedException when Plumbline is being stopped */
    public void goOn() {
        stop.check();
    }

    /** Does a step; should it fail, the run is closed with why and with the calls it had made, which count all the same. */
    public <T> T during(Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException failed) {
            try {
                runs.finish(id, Run.State.FAILED, RunCounters.ofCallsAlone(meter.calls()), why(failed));
            } catch (RuntimeException unwritten) {
                failed.addSuppressed(unwritten);
            }
            letGo(failed);
            throw failed;
        }
    }

    private void letGo(RuntimeException failed) {
        progress.close();
        try {
            held.close();
        } catch (RuntimeException unwritten) {
            failed.addSuppressed(unwritten);
        }
    }

    /** Closes the run with what it did, and gives the org free. */
    public void finish(Run.State state, RunCounters counters, String summary) {
        runs.finish(id, state, counters, summary);
        progress.close();
        held.close();
    }

    private static String why(RuntimeException failed) {
        return switch (failed) {
            case SalesforceFailedException salesforce -> salesforce.failure().sentence();
            case SyncRefusedException refused -> String.join(" ", refused.problems());
            case LeaseLostException lost -> String.valueOf(lost.getMessage());
            default -> failed.toString();
        };
    }
}
