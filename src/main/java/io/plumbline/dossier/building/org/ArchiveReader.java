package io.plumbline.dossier.building.org;

import io.plumbline.config.mapping.Fact;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.dossier.Visibility;
import io.plumbline.dossier.building.people.InteractionReader;
import io.plumbline.dossier.building.rows.MappedRow;
import io.plumbline.dossier.building.rows.ReadSources;
import io.plumbline.mirror.MirroredOrg;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds out what is held of the activities that the org has archived. */
final class ArchiveReader {

    /** Salesforce archives what is as old as that, unless its support has set another age. */
    private static final int DAYS = 365;

    private final Mapping mapping;
    private final MirroredOrg org;
    private final OrgKnowledge knowledge;
    private final LocalDate before;
    private long archived;
    private long later;
    private @Nullable LocalDate oldest;

    ArchiveReader(Mapping mapping, MirroredOrg org, OrgKnowledge knowledge) {
        this.mapping = mapping;
        this.org = org;
        this.knowledge = knowledge;
        this.before = knowledge.asOf().minusDays(DAYS);
    }

    /** Empty when nothing is archived yet: no account is old enough, or nobody logs anything here. */
    Optional<Visibility.Archive> read() {
        count(SourceName.TASKS, InteractionReader::taskDate);
        count(SourceName.EVENTS, InteractionReader::eventDate);
        boolean mayHaveSome = archived > 0 || later > 0 && hasOldAccounts();
        return mayHaveSome ? Optional.of(new Visibility.Archive(before, archived, oldest)) : Optional.empty();
    }

    private void count(SourceName source, Function<MappedRow, @Nullable LocalDate> dated) {
        org.each(ReadSources.row(source), row -> {
            LocalDate day = dated.apply(new MappedRow(row, mapping, knowledge.zone()));
            if (day == null) {
                return;
            }
            if (day.isBefore(before)) {
                archived++;
                oldest = oldest == null || day.isBefore(oldest) ? day : oldest;
            } else {
                later++;
            }
        });
    }

    private boolean hasOldAccounts() {
        boolean[] found = {false};
        org.each(ReadSources.row(SourceName.ACCOUNT), row -> {
            LocalDate created = new MappedRow(row, mapping, knowledge.zone()).day(Fact.ACCOUNT_CREATED);
            found[0] |= created != null && created.isBefore(before);
        });
        return found[0];
    }
}
