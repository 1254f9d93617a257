package io.plumbline.ops.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a whole falls into kinds, drawn as one bar.
 *
 * @param title what is split
 * @param parts all kinds, those without any among them
 */
public record Split(String title, List<Part> parts) {

    /** The width of the bar in its own units. */
    public static final int WIDTH = 1000;

    private static final int GAP = 4;

    /**
     * @param mood how it is coloured; the word stands beside it, so that nobody has to see colours
     * @param x where it begins
     */
    public record Part(String label, long number, String share, String mood, int x, int width) {}

    /** One kind before it is drawn. */
    public record Kind(String label, long number, String mood) {}

    public static Split of(String title, List<Kind> kinds) {
        long all = kinds.stream().mapToLong(Kind::number).sum();
        List<Part> parts = new ArrayList<>();
        long before = 0;
        for (Kind kind : kinds) {
            int x = all == 0 ? 0 : (int) (WIDTH * before / all);
            before += kind.number();
            int end = all == 0 ? 0 : (int) (WIDTH * before / all);
            int width = kind.number() == 0 ? 0 : Math.max(2, end - x - (end == WIDTH ? 0 : GAP));
            parts.add(new Part(kind.label(), kind.number(), share(kind.number(), all), kind.mood(), x, width));
        }
        return new Split(title, parts);
    }

    private static String share(long number, long of) {
        return of == 0 ? "" : String.format(Locale.ROOT, "%.0f %%", 100.0 * number / of);
    }

    /** For those who hear the picture. */
    public String words() {
        List<String> words = new ArrayList<>();
        parts.forEach(part -> words.add(part.label() + " " + part.number()));
        return title + ": " + String.join(", ", words);
    }
}
