package io.plumbline.dossier.json;

import org.jspecify.annotations.Nullable;

/**
 * One String for each short text that repeats within a dossier, as ids, labels and dates do: so a dossier takes less memory, and
 * two of its ids are mostly compared by one look. It never grows; where two texts fall on the same place, it forgets the older.
 */
final class TextPool {

    private static final int PLACES = 1024;

    /** Longer ones are prose, which does not repeat. */
    private static final int LONGEST = 32;

    private final @Nullable String[] kept = new String[PLACES];

    /** The text of these characters. */
    String text(char[] characters, int offset, int length) {
        if (length > LONGEST) {
            return new String(characters, offset, length);
        }
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + characters[i];
        }
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        String known = kept[place];
        if (known != null && isSame(known, characters, offset, length)) {
            return known;
        }
        String text = new String(characters, offset, length);
        kept[place] = text;
        return text;
    }

    private static boolean isSame(String known, char[] characters, int offset, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != characters[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
