package io.plumbline.dossier.text;

import io.plumbline.config.policy.TextPolicy;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a text says: whether it says anything at all, and how many words (model section 0). */
public final class TextReading {

    private final Placeholders placeholders;
    private final double charactersPerWord;

    public TextReading(TextPolicy policy) {
        this.placeholders = new Placeholders(policy.placeholders(), policy.placeholderStarts());
        this.charactersPerWord = policy.charactersPerWord();
    }

    /** Whether a field holds something that says something; numbers and truths always do. */
    public boolean isFilled(@Nullable Object value) {
        if (value instanceof String text) {
            return isFilled(text);
        }
        return switch (value) {
            case null -> false;
            case Collection<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> true;
        };
    }

    /** Whether the text is neither blank nor a placeholder. */
    public boolean isFilled(@Nullable String text) {
        return text != null && !placeholders.isSaidBy(text);
    }

    /** The words of a text; 0 unless it is filled. */
    public int wordsIfFilled(@Nullable String text) {
        return isFilled(text) ? words(text) : 0;
    }

    /** The words of a text, whether it is filled or not. */
    public int words(@Nullable String text) {
        return words(text, Integer.MAX_VALUE);
    }

    /**
     * As many words as a text has, or any number that is at least {@code enough} where it has so many: no more is read than it
     * takes to tell.
     */
    public int words(@Nullable String text, double enough) {
        if (text == null) {
            return 0;
        }
        WordCount count = new WordCount(enough);
        Markup.read(text, count);
        return count.words(charactersPerWord);
    }
}
