package io.plumbline.sandbox.control;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The faults that wait for their request. */
public final class Faults {

    private final Clock clock;
    private final Map<Long, Waiting> rules = new LinkedHashMap<>();
    private long added;

    /** No fault yet; rules end by this clock. */
    public Faults(Clock clock) {
        this.clock = clock;
    }

    private static final class Waiting {
        private final FaultRule rule;
        private final OperationPattern pattern;
        private int seen;

        private Waiting(FaultRule rule) {
            this.rule = rule;
            this.pattern = OperationPattern.of(rule.operation());
        }

        private boolean strikes(String operation) {
            if (!pattern.matches(operation)) {
                return false;
            }
            seen++;
            return seen >= rule.at() && (rule.times() == 0 || seen < rule.at() + rule.times());
        }

        private boolean over(Clock clock) {
            boolean spent = rule.times() > 0 && seen >= rule.at() + rule.times() - 1;
            return spent || rule.until() != null && !clock.instant().isBefore(rule.until());
        }
    }

    /** Adds a rule; returns the number it can be removed by. */
    public synchronized long add(FaultRule rule) {
        added++;
        rules.put(added, new Waiting(rule));
        return added;
    }

    /** Removes a rule; removes nothing when it has struck for the last time already. */
    public synchronized void remove(long number) {
        rules.remove(number);
    }

    /** Removes all rules. */
    public synchronized void clear() {
        rules.clear();
    }

    /** The rules that may still strike, by number. */
    public synchronized Map<Long, FaultRule> rules() {
        Map<Long, FaultRule> open = new LinkedHashMap<>();
        rules.forEach((number, waiting) -> {
            if (!waiting.over(clock)) {
                open.put(number, waiting.rule);
            }
        });
        return open;
    }

    /** What strikes this request, in the order the rules were added; asking counts the request. */
    public synchronized List<Fault> strike(String operation) {
        rules.values().removeIf(waiting -> waiting.over(clock));
        return rules.values().stream()
                .filter(waiting -> waiting.strikes(operation))
                .map(waiting -> waiting.rule.fault())
                .toList();
    }
}
