package io.plumbline.assess.account;

import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.SupportCase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The support cases that exist on the day: those with a date of creation that is not in the future. One that closes in the
 * future is open.
 */
public final class Cases {

    /** A case that exists, with its age in days. */
    public record Case(SupportCase source, long age) {}

    private final List<Case> existing = new ArrayList<>();
    private final List<Case> open = new ArrayList<>();
    private final boolean telling;

    Cases(Dossier dossier, Days days) {
        boolean anyRecent = false;
        if (dossier.cases() != null) {
            for (SupportCase source : dossier.cases()) {
                LocalDate created = days.lookingBack(source.createdDate());
                if (created != null) {
                    Case found = new Case(source, days.age(created));
                    existing.add(found);
                    if (days.lookingBack(source.closedDate()) == null) {
                        open.add(found);
                    }
                    anyRecent |= found.age() < Days.YEAR;
                }
            }
        }
        telling = anyRecent || !open.isEmpty();
    }

    /** Whether cases say anything: one is open, or one was created within a year. */
    public boolean isTelling() {
        return telling;
    }

    public List<Case> existing() {
        return existing;
    }

    public List<Case> open() {
        return open;
    }
}
