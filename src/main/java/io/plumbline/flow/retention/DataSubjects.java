package io.plumbline.flow.retention;

import io.plumbline.crm.RecordId;
import io.plumbline.flow.ElsewhereException;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.OrgFacts;
import io.plumbline.writeback.lease.Leases;
import io.plumbline.writeback.lease.Taking;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The requests of people whose data are kept: what is there, and that it goes. */
public final class DataSubjects {

    private final Forgetting forgetting;
    private final Mirror mirror;
    private final Leases leases;
    private final String us;

    /** @param us the name of this instance, as another one tells of it */
    public DataSubjects(Forgetting forgetting, Mirror mirror, Leases leases, String us) {
        this.forgetting = forgetting;
        this.mirror = mirror;
        this.leases = leases;
        this.us = us;
    }

    /** What is known of a record in each org of this database; orgs that know nothing of it are left out. */
    public Map<RecordId, Forgotten> told(RecordId record, Collection<String> words) {
        return everywhere(org -> forgetting.forget(org, record, words, false));
    }

    /**
     * Forgets it, no run being under way meanwhile.
     *
     * @throws ElsewhereException when a run is under way, which would remember what it has in hand
     */
    public Map<RecordId, Forgotten> forget(RecordId record, Collection<String> words) {
        return everywhere(org -> switch (leases.take(org, us)) {
            case Taking.Elsewhere elsewhere -> throw new ElsewhereException(elsewhere);
            case Taking.Taken taken -> {
                try {
                    yield forgetting.forget(org, record, words, true);
                } finally {
                    taken.lease().release();
                }
            }
        });
    }

    private interface OfOrg {
        Forgotten of(RecordId org);
    }

    private Map<RecordId, Forgotten> everywhere(OfOrg work) {
        Map<RecordId, Forgotten> known = new TreeMap<>();
        for (OrgFacts org : mirror.orgs()) {
            Forgotten forgotten = work.of(org.orgId());
            if (!forgotten.isNothing()) {
                known.put(org.orgId(), forgotten);
            }
        }
        return known;
    }
}
