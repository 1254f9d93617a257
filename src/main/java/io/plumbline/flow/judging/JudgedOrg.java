package io.plumbline.flow.judging;

import io.plumbline.assess.Band;
import io.plumbline.change.ChangeSet;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.reading.ReadOrg;
import java.util.List;
import java.util.Map;

/**
 * An org whose accounts are judged and whose changes are planned.
 *
 * @param plan one change set for every account judged, empty ones included
 * @param bands the band of each account
 * @param tally the verdicts in numbers
 * @param leftForLater accounts that are too new to be judged after a reading that broke off
 */
public record JudgedOrg(ReadOrg read, List<ChangeSet> plan, Map<RecordId, Band> bands, Tally tally, int leftForLater) {

    public JudgedOrg {
        plan = List.copyOf(plan);
        bands = Map.copyOf(bands);
    }
}
