package io.plumbline.dossier.building.rows;

import io.plumbline.config.mapping.SourceName;
import io.plumbline.crm.RecordId;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.MirroredOrg;
import io.plumbline.mirror.RowSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which accounts of an org are to be judged: the live ones, and of these the ones that the scope names if there is one. */
public final class Scope {

    public static final RowSource ACCOUNTS = ReadSources.row(SourceName.ACCOUNT);

    private final MirroredOrg rows;
    private final boolean limited;

    public Scope(Mirror mirror, RecordId org) {
        this.rows = mirror.org(org);
        this.limited = mirror.watermark(org, RowSource.SCOPE).isPresent();
    }

    /** All of them, in order. */
    public List<RecordId> all() {
        List<RecordId> all = rows.ids(ACCOUNTS);
        if (!limited) {
            return all;
        }
        Set<RecordId> scope = new HashSet<>(rows.ids(RowSource.SCOPE));
        return all.stream().filter(scope::contains).toList();
    }

    /** Those among these, in order. */
    public List<RecordId> among(Collection<RecordId> ids) {
        Set<RecordId> live = rows.stamps(ACCOUNTS, ids).keySet();
        Set<RecordId> found = limited ? rows.stamps(RowSource.SCOPE, live).keySet() : live;
        return found.stream().sorted().toList();
    }
}
