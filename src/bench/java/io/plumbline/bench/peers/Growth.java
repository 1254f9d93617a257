package io.plumbline.bench.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a thing grows with the number of rows: what each million rows more costs from one size to the next, which stays the same
 * or falls where growth is linear, and how much more memory the largest size takes than the others.
 */
final class Growth {

    /** What a contestant took at one size, in the median. */
    record Point(double cpu, double peak) {}

    private final String what;
    private final Map<String, TreeMap<Integer, Point>> points = new LinkedHashMap<>();

    Growth(String what) {
        this.what = what;
    }

    void add(int rows, Map<String, Point> medians) {
        medians.forEach((name, point) ->
                points.computeIfAbsent(name, any -> new TreeMap<>()).put(rows, point));
    }

    /** Prints a table, when there are two sizes at least. */
    void print() {
        List<Integer> sizes = points.values().stream()
                .findFirst()
                .<List<Integer>>map(of -> new ArrayList<>(of.keySet()))
                .orElse(List.of());
        if (sizes.size() < 2) {
            return;
        }
        int last = sizes.getLast();
        StringBuilder head = new StringBuilder("| ");
        sizes.forEach(size -> head.append(String.format(Locale.ROOT, "| CPU s, %,d ", size)));
        for (int i = 1; i < sizes.size(); i++) {
            head.append(String.format(
                    Locale.ROOT, "| more CPU s a million rows, %,d to %,d ", sizes.get(i - 1), sizes.get(i)));
        }
        sizes.forEach(size -> head.append(String.format(Locale.ROOT, "| peak MiB, %,d ", size)));
        sizes.subList(0, sizes.size() - 1)
                .forEach(size -> head.append(String.format(Locale.ROOT, "| peak, %,d / %,d ", last, size)));
        System.out.printf("%n**Growth of %s**%n%n%s|%n%s|%n", what, head, "|---".repeat(4 * sizes.size() - 1));
        points.forEach((name, of) -> System.out.println(line(name, of, sizes)));
        System.out.flush();
    }

    private static String line(String name, Map<Integer, Point> of, List<Integer> sizes) {
        StringBuilder line = new StringBuilder("| " + name);
        sizes.forEach(size -> line.append(number(of.get(size).cpu())));
        for (int i = 1; i < sizes.size(); i++) {
            double rows = (sizes.get(i) - sizes.get(i - 1)) / 1e6;
            line.append(number(
                    (of.get(sizes.get(i)).cpu() - of.get(sizes.get(i - 1)).cpu()) / rows));
        }
        sizes.forEach(size ->
                line.append(String.format(Locale.ROOT, " | %.0f", of.get(size).peak())));
        double most = of.get(sizes.getLast()).peak();
        sizes.subList(0, sizes.size() - 1)
                .forEach(size -> line.append(number(most / of.get(size).peak())));
        return line + " |";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, " | %.2f", value);
    }
}
