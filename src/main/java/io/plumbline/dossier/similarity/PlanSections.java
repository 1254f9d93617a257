package io.plumbline.dossier.similarity;

import java.util.List;
import java.util.function.Predicate;

/** The sections of all plans that are to be compared, to be read as often as it takes, so that not all must be held. */
@FunctionalInterface
public interface PlanSections {

    /** Looks at one section at a time. */
    @FunctionalInterface
    interface Visitor {

        /** @param content plain text: the section's own and each of its items, in any order */
        void visit(Holder holder, String section, List<String> content);
    }

    /** Shows all sections of the accounts, by their Ids, in any order, the same each time. */
    void read(Predicate<String> accounts, Visitor visitor);
}
