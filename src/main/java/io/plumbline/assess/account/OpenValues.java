package io.plumbline.assess.account;

import io.plumbline.dossier.Plan;
import io.plumbline.dossier.ValueOpportunity;
import java.util.ArrayList;
import java.util.List;

/** The value of a plan that is still to come. */
public final class OpenValues {

    private OpenValues() {}

    /** The value opportunities in state open; none when the plan's are unknown. */
    public static List<ValueOpportunity> of(Plan plan) {
        List<ValueOpportunity> open = new ArrayList<>();
        if (plan.valueOpportunities() != null) {
            for (ValueOpportunity value : plan.valueOpportunities()) {
                if (value.state() == ValueOpportunity.State.OPEN) {
                    open.add(value);
                }
            }
        }
        return open;
    }
}
