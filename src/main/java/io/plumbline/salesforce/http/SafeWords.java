package io.plumbline.salesforce.http;

/** A remote side's words made fit for a message: one line, no control characters, bounded (trap L8). */
public final class SafeWords {

    private SafeWords() {}

    public static String of(String words, int atMost) {
        String line = words.replaceAll("[\\s\\p{Cntrl}\\p{Z}]+", " ").strip();
        if (line.codePointCount(0, line.length()) <= atMost) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, atMost)) + "...";
    }
}
