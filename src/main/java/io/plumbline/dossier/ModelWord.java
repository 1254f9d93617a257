package io.plumbline.dossier;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The model's own words for states and kinds, which are written in lower case. */
public final class ModelWord {

    private ModelWord() {}

    public static <E extends Enum<E>> @Nullable E read(Class<E> words, @Nullable String text) {
        if (text == null) {
            return null;
        }
        for (E word : words.getEnumConstants()) {
            if (word.name().length() == text.length()
                    && word.name().toLowerCase(Locale.ROOT).equals(text)) {
                return word;
            }
        }
        return null;
    }
}
