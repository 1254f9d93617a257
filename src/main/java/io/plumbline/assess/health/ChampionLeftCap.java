package io.plumbline.assess.health;

import io.plumbline.assess.Evidence;
import io.plumbline.assess.account.Label;
import io.plumbline.assess.account.Subject;
import io.plumbline.config.policy.RuleNumbers;
import io.plumbline.dossier.Contact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** {@code cap.champion_left}: a champion or decision maker left, and nobody in that role was spoken to since. */
final class ChampionLeftCap {

    private ChampionLeftCap() {}

    static @Nullable Evidence applies(Subject subject, RuleNumbers numbers) {
        double window = numbers.get("days", subject.tier());
        List<@Nullable String> left = new ArrayList<>();
        for (Contact contact : subject.dossier().contacts()) {
            String role = contact.buyingRole();
            LocalDate since = contact.inactiveSince();
            if (!contact.active()
                    && since != null
                    && subject.days().isWithin(since, window)
                    && role != null
                    && subject.words().leaderRoles().has(role)
                    && !isReplaced(subject, Label.of(role), since)) {
                left.add(contact.id());
            }
        }
        subject.trace().given("days", window);
        CapRules.some("champions or decision makers who left", left, subject.trace());
        return left.isEmpty() ? null : Evidence.none().with("contacts", left);
    }

    private static boolean isReplaced(Subject subject, String role, LocalDate since) {
        boolean[] successors = new boolean[subject.people().contacts()];
        for (Contact contact : subject.dossier().contacts()) {
            if (contact.active()
                    && contact.id() != null
                    && contact.buyingRole() != null
                    && Label.of(contact.buyingRole()).equals(role)) {
                successors[subject.people().activePlaceOf(contact.id())] = true;
            }
        }
        OptionalLong last = subject.touches().lastTwoWay(touch -> touch.reaches(successors));
        return last.isPresent() && last.getAsLong() <= subject.days().age(since);
    }
}
