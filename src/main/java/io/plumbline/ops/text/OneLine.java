package io.plumbline.ops.text;

import java.util.regex.Pattern;

/**
 * Foreign words as part of a line: what ends lines, commands terminals or turns the direction of writing becomes a blank.
 * Names are typed by anybody, and what a command prints is a log as soon as a scheduler runs it (trap L8).
 */
public final class OneLine {

    /** Control characters, the separators of lines and paragraphs, and the marks that reorder what follows them. */
    private static final Pattern UNRULY = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+");

    private OneLine() {}

    public static String of(String text) {
        return UNRULY.matcher(text).replaceAll(" ").strip();
    }
}
