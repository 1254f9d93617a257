package io.plumbline.flow.judging;

import io.plumbline.assess.Band;
import io.plumbline.change.Bounds;
import io.plumbline.change.ChangeSet;
import io.plumbline.change.PlannedAccount;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.reading.ReadOrg;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An org of which accounts are judged and changes planned.
 *
 * @param extent which accounts were to be judged
 * @param plan every account judged, also where nothing is to be different; what is to be written stands in the outbox
 * @param changes what a dry run would write, one change set for every account judged; none of any other run
 * @param held of how many changes it is said that they are held, by why
 * @param bands the band of each account judged
 * @param tally the verdicts on all accounts of the org in numbers
 * @param others the accounts that this run did not judge
 * @param disputed accounts of which a value of ours was changed in Salesforce
 * @param leftForLater accounts that are too new to be judged after a reading that broke off
 * @param answers findings on the accounts judged that a person answered, and so ask for nothing
 */
public record JudgedOrg(
        ReadOrg read,
        Extent extent,
        List<PlannedAccount> plan,
        List<ChangeSet> changes,
        Map<String, Integer> held,
        Map<RecordId, Band> bands,
        Tally tally,
        Bounds.Others others,
        Set<RecordId> disputed,
        int leftForLater,
        int answers) {

    public JudgedOrg {
        plan = List.copyOf(plan);
        changes = List.copyOf(changes);
        held = Collections.unmodifiableMap(new LinkedHashMap<>(held));
        bands = Map.copyOf(bands);
        disputed = Set.copyOf(disputed);
    }

    /** How many accounts have a verdict, by this run or before. */
    public int accounts() {
        return plan.size() + others.accounts();
    }

    Set<RecordId> accountsJudged() {
        return bands.keySet();
    }

    /**
     * The accounts that the next run looks at whatever happens: those of which anything is to be different, since it may be
     * refused, held, or taken and then changed by an automation; and those over which somebody quarrels.
     */
    Set<RecordId> toBeSeenAgain() {
        Set<RecordId> again = new HashSet<>(disputed);
        plan.stream()
                .filter(account -> !account.isEmpty())
                .map(PlannedAccount::account)
                .forEach(again::add);
        return again;
    }
}
