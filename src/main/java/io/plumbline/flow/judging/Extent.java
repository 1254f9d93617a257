package io.plumbline.flow.judging;

import io.plumbline.crm.RecordId;
import java.util.Set;

/** Which accounts of an org a run judges. */
public sealed interface Extent {

    /**
     * All, as the first run of each day does.
     *
     * @param basis what all verdicts of the run rest on, as a fingerprint
     */
    record Everything(String basis) implements Extent {}

    /**
     * Those about which anything became different since all were judged on the same day and basis.
     *
     * @param accounts Ids, of which some may belong to no account that is to be judged
     */
    record Changed(Set<RecordId> accounts) implements Extent {

        public Changed {
            accounts = Set.copyOf(accounts);
        }
    }

    /** Those that somebody asked for. */
    record Named(Set<RecordId> accounts) implements Extent {

        public Named {
            accounts = Set.copyOf(accounts);
        }
    }
}
