package io.plumbline.sandbox.gate;

import io.plumbline.sandbox.control.ApiMeter;
import io.plumbline.sandbox.control.Effect;
import io.plumbline.sandbox.control.Fault;
import io.plumbline.sandbox.control.Faults;
import io.plumbline.sandbox.control.Journal;
import io.plumbline.sandbox.control.JournalEntry;
import io.plumbline.sandbox.http.Delivery;
import io.plumbline.sandbox.http.Handler;
import io.plumbline.sandbox.http.Request;
import io.plumbline.sandbox.http.Response;
import io.plumbline.sandbox.oauth.Session;
import io.plumbline.sandbox.oauth.Sessions;
import io.plumbline.sandbox.record.refusal.RequestRefusedException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way every request takes: understood, struck by the faults that wait for it, admitted, counted, carried out,
 * written to the journal, and only then answered.
 */
public final class Gate implements Handler {

    private final Map<String, Door> doorsByPrefix;
    private final Door otherwise;
    private final Sessions sessions;
    private final Callers callers;
    private final ApiMeter meter;
    private final Faults faults;
    private final Journal journal;
    private final Clock clock;

    /**
     * Opens the doors.
     *
     * @param doorsByPrefix which protocol answers below which path
     * @param otherwise answers everything else
     */
    public Gate(
            Map<String, Door> doorsByPrefix,
            Door otherwise,
            Sessions sessions,
            Callers callers,
            ApiMeter meter,
            Faults faults,
            Journal journal,
            Clock clock) {
        this.doorsByPrefix = Map.copyOf(doorsByPrefix);
        this.otherwise = otherwise;
        this.sessions = sessions;
        this.callers = callers;
        this.meter = meter;
        this.faults = faults;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Response answer(Request request) {
        long number = journal.arrive();
        Instant arrival = clock.instant();
        Action action = door(request.path()).understand(request);
        List<Fault> struck = faults.strike(action.operation());
        Passage passage = new Passage(action, struck);
        Response response = passage.walk();
        journal.add(new JournalEntry(
                number,
                arrival,
                request.method(),
                request.path(),
                request.query(),
                action.operation(),
                action.detail(),
                passage.session.map(Session::userId).orElse(null),
                passage.session.map(Session::hash).orElse(null),
                BodyHash.of(request.body(), action.operation().startsWith("soap.") ? action.token() : ""),
                request.body().length,
                response.status(),
                switch (response.delivery()) {
                    case Delivery.Whole whole -> "whole";
                    case Delivery.Nothing nothing -> "nothing";
                    case Delivery.Cut cut -> "cut";
                },
                meter.used(),
                passage.effects));
        return response;
    }

    private Door door(String path) {
        return doorsByPrefix.entrySet().stream()
                .filter(entry -> path.equals(entry.getKey()) || path.startsWith(entry.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    /** One request on its way. */
    private final class Passage {

        private final Action action;
        private final List<Fault> struck;
        private Optional<Session> session = Optional.empty();
        private List<Effect> effects = List.of();

        private Passage(Action action, List<Fault> struck) {
            this.action = action;
            this.struck = struck;
        }

        private Response walk() {
            if (action instanceof Action.Open) {
                return through();
            }
            if (!meter.begin()) {
                return refused(Refusal.tooManyAtOnce());
            }
            try {
                return through();
            } finally {
                meter.end();
            }
        }

        private Response through() {
            return stopBefore().orElseGet(() -> spoilAfter(admit()));
        }

        private Optional<Response> stopBefore() {
            for (Fault fault : struck) {
                switch (fault) {
                    case Fault.Delay delay -> pause(delay.by().toMillis());
                    case Fault.ResetBefore reset -> {
                        return Optional.of(Response.empty(0).delivered(Delivery.nothing()));
                    }
                    case Fault.Maintenance page -> {
                        return Optional.of(MaintenancePage.withStatus(page.status()));
                    }
                    case Fault.DeadSession dead -> {
                        if (action instanceof Action.Guarded) {
                            sessions.kill(action.token());
                            return Optional.of(
                                    dead.asynchronous()
                                            ? AsynchronousDialect.deadSession()
                                            : action.dialect().deadSession(action.token(), dead.message()));
                        }
                    }
                    case Fault.LimitReached limit -> {
                        return Optional.of(refused(Refusal.limitReached()));
                    }
                    case Fault.ReadOnly readOnly -> {
                        boolean bulk = action.operation().startsWith("bulk.");
                        boolean writes = action instanceof Action.Guarded guarded && guarded.writes();
                        if (bulk || writes) {
                            return Optional.of(refused(Refusal.readOnly()));
                        }
                    }
                    case Fault.Refuse refuse -> {
                        return Optional.of(refused(Refusal.of(refuse.code(), refuse.message())));
                    }
                    case Fault.ResetAfter reset -> {}
                    case Fault.CutBody cut -> {}
                    case Fault.RowError rows -> {}
                }
            }
            return Optional.empty();
        }

        private Response admit() {
            return switch (action) {
                case Action.Open open -> open.run().get();
                case Action.Guarded guarded -> admit(guarded);
            };
        }

        private Response admit(Action.Guarded guarded) {
            session = sessions.use(action.token());
            if (session.isEmpty()) {
                return action.dialect().deadSession(action.token(), Optional.empty());
            }
            return meter.count() ? run(guarded, session.get()) : refused(Refusal.limitReached());
        }

        private Response run(Action.Guarded guarded, Session admitted) {
            List<Fault.RowError> rowErrors = struck.stream()
                    .filter(Fault.RowError.class::isInstance)
                    .map(Fault.RowError.class::cast)
                    .toList();
            Call call = new Call(admitted, callers.of(admitted), rowErrors);
            effects = call.effects();
            try {
                return guarded.dialect().finish(guarded.run().apply(call));
            } catch (RefusedException refused) {
                return refused.refusal().code().equals("INVALID_SESSION_ID")
                        ? guarded.dialect().deadSession(guarded.token(), Optional.empty())
                        : refused(refused.refusal());
            } catch (RequestRefusedException refused) {
                return refused(Refusal.of(refused));
            }
        }

        private Response spoilAfter(Response response) {
            Response spoilt = response;
            for (Fault fault : struck) {
                if (fault instanceof Fault.ResetAfter) {
                    spoilt = spoilt.delivered(Delivery.nothing());
                } else if (fault instanceof Fault.CutBody cut) {
                    spoilt = spoilt.delivered(Delivery.cutAfter(cut.bytes()));
                }
            }
            return spoilt;
        }

        private Response refused(Refusal refusal) {
            return action.dialect().finish(action.dialect().refuse(refusal));
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
