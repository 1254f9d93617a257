package io.plumbline.assess.account;

import io.plumbline.config.policy.SeniorityPolicy;
import io.plumbline.dossier.Contact;
import io.plumbline.dossier.text.TextReading;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the seniority from the stated level, else from the title (model section 1, seniority). */
final class SeniorityReading {

    private final SeniorityPolicy policy;
    private final TextReading text;

    SeniorityReading(SeniorityPolicy policy, TextReading text) {
        this.policy = policy;
        this.text = text;
    }

    /** Null when unknown. */
    @Nullable
    Seniority of(Contact contact) {
        Seniority stated = contact.level() == null ? null : stated(Label.of(contact.level()));
        return stated != null ? stated : ofTitle(contact.title());
    }

    private static @Nullable Seniority stated(String level) {
        return switch (level) {
            case "executive" -> Seniority.EXECUTIVE;
            case "director" -> Seniority.DIRECTOR;
            case "manager" -> Seniority.MANAGER;
            case "staff" -> Seniority.STAFF;
            default -> null;
        };
    }

    private @Nullable Seniority ofTitle(@Nullable String title) {
        if (title == null || !text.isFilled(title)) {
            return null;
        }
        if (matches(policy.exclude(), title)) {
            return Seniority.STAFF;
        }
        if (matches(policy.executive(), title)) {
            return Seniority.EXECUTIVE;
        }
        if (matches(policy.director(), title)) {
            return Seniority.DIRECTOR;
        }
        if (matches(policy.manager(), title)) {
            return Seniority.MANAGER;
        }
        return hasLatinLetter(title) ? Seniority.STAFF : null;
    }

    private static boolean matches(List<Pattern> patterns, String title) {
        for (Pattern pattern : patterns) {
            if (pattern.matcher(title).find()) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasLatinLetter(String title) {
        for (int i = 0; i < title.length(); i++) {
            char c = title.charAt(i);
            if (c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= 0xC0 && c <= 0x24F && Character.isLetter(c)) {
                return true;
            }
        }
        return false;
    }
}
