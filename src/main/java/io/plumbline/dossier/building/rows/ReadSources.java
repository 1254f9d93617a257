package io.plumbline.dossier.building.rows;

import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.crm.FieldName;
import io.plumbline.mirror.Gap;
import io.plumbline.mirror.MirroredOrg;
import io.plumbline.mirror.RowSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which sources of an org were read to their end, and what could not be seen.
 *
 * @param whole sources of which everything is known
 * @param mapped all that are mapped and can be seen
 * @param gaps what could not be seen
 */
public record ReadSources(Set<SourceName> whole, Set<SourceName> mapped, List<Gap> gaps) {

    public static ReadSources of(Mapping mapping, MirroredOrg org) {
        List<Gap> gaps = org.gaps();
        Set<SourceName> mapped = EnumSet.noneOf(SourceName.class);
        Set<SourceName> whole = EnumSet.noneOf(SourceName.class);
        for (SourceName source : mapping.sources().keySet()) {
            boolean hidden = gaps.stream()
                    .anyMatch(gap -> gap.field().isEmpty() && gap.source().equals(row(source)));
            if (!hidden) {
                mapped.add(source);
                if (org.isComplete(row(source))) {
                    whole.add(source);
                }
            }
        }
        return new ReadSources(whole, mapped, gaps);
    }

    public boolean isWhole(SourceName source) {
        return whole.contains(source);
    }

    public boolean isSeen(SourceName source, FieldName field) {
        return isWhole(source)
                && gaps.stream()
                        .noneMatch(gap -> gap.source().equals(row(source))
                                && gap.field().filter(field::equals).isPresent());
    }

    /** Those whose first reading has not come to its end, although they can be seen. */
    public List<SourceName> unfinished() {
        List<SourceName> unfinished = new ArrayList<>(mapped);
        unfinished.removeAll(whole);
        return unfinished;
    }

    /** As text. */
    public String shared() {
        return new TreeSet<>(whole) + " of " + new TreeSet<>(mapped) + " without " + gaps;
    }

    public static RowSource row(SourceName source) {
        return RowSource.of(source.key());
    }
}
