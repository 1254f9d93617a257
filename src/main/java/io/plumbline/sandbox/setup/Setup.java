package io.plumbline.sandbox.setup;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything that is set up in one org; may be changed while the org is in use. */
public final class Setup {

    private final Sharing sharing = new Sharing();
    private final List<Automation> automations = new CopyOnWriteArrayList<>();
    private final List<SaveRule> rules = new CopyOnWriteArrayList<>();

    private volatile int mostRowsInTime = Integer.MAX_VALUE;

    public Sharing sharing() {
        return sharing;
    }

    /** Adds automation; it runs after what was added before it. */
    public void automate(Automation automation) {
        automations.add(automation);
    }

    public void stopAutomation() {
        automations.clear();
    }

    /** The automation that runs on saves of an object, in its order. */
    public List<Automation> automationOf(String object) {
        return automations.stream().filter(each -> each.runsOn(object)).toList();
    }

    public void addRule(SaveRule rule) {
        rules.add(rule);
    }

    public void removeRules() {
        rules.clear();
    }

    /** The rules that look at saves of an object, in the order they were added. */
    public List<SaveRule> rulesOf(String object) {
        return rules.stream()
                .filter(rule -> rule.object().equalsIgnoreCase(object))
                .toList();
    }

    /**
     * Lets queries that find more rows than this run into QUERY_TIMEOUT, as wide queries of big orgs do (trap B5). Counts and Bulk queries, which
     * the service splits by itself, get through.
     */
    public void mostRowsInTime(int rows) {
        mostRowsInTime = rows;
    }

    public int mostRowsInTime() {
        return mostRowsInTime;
    }
}
