package io.plumbline.dossier.building.org;

import io.plumbline.config.mapping.Fact;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.User;
import io.plumbline.dossier.Visibility;
import io.plumbline.dossier.building.rows.MappedRow;
import io.plumbline.dossier.building.rows.ReadSources;
import io.plumbline.mirror.MirroredOrg;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds out what of an org cannot be seen. */
public final class VisibilityReader {

    private final Mapping mapping;
    private final MirroredOrg org;
    private final OrgKnowledge knowledge;

    public VisibilityReader(Mapping mapping, MirroredOrg org, OrgKnowledge knowledge) {
        this.mapping = mapping;
        this.org = org;
        this.knowledge = knowledge;
    }

    public Visibility read(int days) {
        Map<String, Long> outOfSight = new TreeMap<>();
        for (SourceName source : mapping.sources().keySet()) {
            long rows = org.outOfSight(ReadSources.row(source));
            if (rows > 0 && !leavesNoTombstone(source)) {
                outOfSight.put(source.key(), rows);
            }
        }
        return new Visibility(
                org.gaps(), outOfSight, silent(), days, new ArchiveReader(mapping, org, knowledge).read());
    }

    /** Whoever left a team or whose relation ended is not hidden, nor is a rate that was deleted. */
    private static boolean leavesNoTombstone(SourceName source) {
        return source == SourceName.TEAM || source == SourceName.CONTACT_RELATIONS || source.isSettings();
    }

    private List<Visibility.Silent> silent() {
        Map<String, User> users = knowledge.users();
        if (users == null) {
            return List.of();
        }
        Map<String, Integer> owned = new TreeMap<>();
        org.each(ReadSources.row(SourceName.ACCOUNT), row -> {
            String owner = new MappedRow(row, mapping, knowledge.zone()).reference(Fact.ACCOUNT_OWNER);
            if (owner != null) {
                owned.merge(owner, 1, Integer::sum);
            }
        });
        List<Visibility.Silent> silent = new ArrayList<>();
        owned.forEach((id, accounts) -> {
            User user = users.get(id);
            if (user != null && user.active() && knowledge.lastInteraction(id).isEmpty()) {
                silent.add(new Visibility.Silent(RecordId.of(id), user.name() == null ? id : user.name(), accounts));
            }
        });
        return silent;
    }
}
