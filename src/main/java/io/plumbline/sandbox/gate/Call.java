package io.plumbline.sandbox.gate;

import io.plumbline.sandbox.control.Effect;
import io.plumbline.sandbox.control.Fault;
import io.plumbline.sandbox.oauth.Session;
import io.plumbline.sandbox.record.sight.Caller;
import java.util.ArrayList;
import java.util.List;

/**
 * One admitted call on its way through the org.
 *
 * @param session the living session
 * @param caller the user as the org knows it
 * @param rowErrors faults that wait for its rows
 * @param effects what it has committed so far
 */
public record Call(Session session, Caller caller, List<Fault.RowError> rowErrors, List<Effect> effects) {

    Call(Session session, Caller caller, List<Fault.RowError> rowErrors) {
        this(session, caller, List.copyOf(rowErrors), new ArrayList<>());
    }
}
