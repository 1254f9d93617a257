package io.plumbline.dossier.text;

import io.plumbline.config.policy.TextPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a text says: whether it says anything at all, and how many words (model section 0). */
public final class TextReading {

    private final Set<String> placeholders;
    private final List<String> placeholderStarts;
    private final int longestPlaceholder;
    private final double charactersPerWord;

    public TextReading(TextPolicy policy) {
        this.placeholders = Set.copyOf(cores(policy.placeholders()));
        this.placeholderStarts = cores(policy.placeholderStarts());
        this.longestPlaceholder = Stream.concat(placeholders.stream(), placeholderStarts.stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        this.charactersPerWord = policy.charactersPerWord();
    }

    private static List<String> cores(Collection<String> texts) {
        List<String> cores = new ArrayList<>();
        for (String text : texts) {
            String core = core(PlainText.of(text), Integer.MAX_VALUE);
            if (!core.isEmpty() && !cores.contains(core)) {
                cores.add(core);
            }
        }
        return cores;
    }

    /** Whether a field holds something that says something; numbers and truths always do. */
    public boolean isFilled(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case String text -> isFilled(text);
            case Collection<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> true;
        };
    }

    /** Whether the text is neither blank nor a placeholder. */
    public boolean isFilled(@Nullable String text) {
        return text != null && isFilledPlain(PlainText.of(text));
    }

    /** The words of a text; 0 unless it is filled. */
    public int wordsIfFilled(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        String plain = PlainText.of(text);
        return isFilledPlain(plain) ? wordsOfPlain(plain) : 0;
    }

    /** The words of a text, whether it is filled or not. */
    public int words(@Nullable String text) {
        return text == null ? 0 : wordsOfPlain(PlainText.of(text));
    }

    private boolean isFilledPlain(String plain) {
        String core = core(plain, longestPlaceholder + 1);
        if (core.isEmpty() || placeholders.contains(core)) {
            return false;
        }
        for (String start : placeholderStarts) {
            if (core.startsWith(start)) {
                return false;
            }
        }
        return true;
    }

    private int wordsOfPlain(String plain) {
        int words = 0;
        int unspaced = 0;
        boolean inToken = false;
        boolean tokenSpeaks = false;
        for (int i = 0; i < plain.length(); ) {
            int character = plain.codePointAt(i);
            i += Character.charCount(character);
            boolean isUnspaced = Letters.isWrittenWithoutSpaces(character);
            if (isUnspaced) {
                unspaced++;
            }
            if (isUnspaced || WhiteSpace.is(character)) {
                words += inToken && tokenSpeaks ? 1 : 0;
                inToken = false;
                tokenSpeaks = false;
            } else {
                inToken = true;
                tokenSpeaks = tokenSpeaks || Letters.isLetterOrDigit(character);
            }
        }
        words += inToken && tokenSpeaks ? 1 : 0;
        return words + (int) Math.ceil(unspaced / charactersPerWord);
    }

    /**
     * Lower case, without what is neither letter nor digit at both ends, inner white space as one space. No more of it than
     * asked for, give or take, as most texts are far longer than the placeholders they are compared with.
     */
    private static String core(String plain, int length) {
        int start = 0;
        int end = plain.length();
        while (start < end && !Letters.isLetterOrDigit(plain.codePointAt(start))) {
            start += Character.charCount(plain.codePointAt(start));
        }
        while (end > start && !Letters.isLetterOrDigit(plain.codePointBefore(end))) {
            end -= Character.charCount(plain.codePointBefore(end));
        }
        StringBuilder core = new StringBuilder(Math.min(end - start, length));
        boolean space = false;
        for (int i = start; i < end && core.length() < length; i++) {
            char c = plain.charAt(i);
            boolean isSpace = WhiteSpace.is(c);
            if (!isSpace) {
                core.append(c);
            } else if (!space) {
                core.append(' ');
            }
            space = isSpace;
        }
        return core.toString().toLowerCase(Locale.ROOT);
    }
}
