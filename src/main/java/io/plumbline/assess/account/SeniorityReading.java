package io.plumbline.assess.account;

import io.plumbline.config.policy.SeniorityPolicy;
import io.plumbline.dossier.Contact;
import io.plumbline.dossier.text.TextReading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the seniority from the stated level, else from the title (model section 1, seniority). */
final class SeniorityReading {

    /** Salesforce keeps 128 characters of a title; what is far longer is a text, and is not searched to its end. */
    private static final int MOST_CHARACTERS = 1_000;

    /** What a title says by the first of the policy's lists that speaks of it. */
    private static final List<Seniority> BY_LIST =
            List.of(Seniority.STAFF, Seniority.EXECUTIVE, Seniority.DIRECTOR, Seniority.MANAGER);

    private final TitleLists lists;
    private final TextReading text;

    SeniorityReading(SeniorityPolicy policy, TextReading text) {
        this.lists = new TitleLists(List.of(policy.exclude(), policy.executive(), policy.director(), policy.manager()));
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
        return ofWords(title.length() <= MOST_CHARACTERS ? title : title.substring(0, MOST_CHARACTERS));
    }

    private @Nullable Seniority ofWords(String title) {
        int list = lists.first(title);
        if (list != TitleLists.NONE) {
            return BY_LIST.get(list);
        }
        return hasLatinLetter(title) ? Seniority.STAFF : null;
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
