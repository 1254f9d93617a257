package io.plumbline.ops.console;

import io.plumbline.assess.Band;
import io.plumbline.journal.BandHistory;
import io.plumbline.ops.text.Moods;
import io.plumbline.ops.text.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The bands over time as areas on one another, green at the bottom.
 *
 * @param areas from the bottom up
 * @param from the first day
 * @param to the last
 * @param words for those who hear the picture
 */
record BandsPicture(List<Area> areas, String from, String to, String words) {

    static final int WIDTH = 720;
    static final int HEIGHT = 140;

    /** @param points of a polygon, as SVG has them */
    record Area(String label, String mood, String points) {}

    /** Empty areas when there is only one day or none: nothing can be seen to move. */
    static BandsPicture of(List<BandHistory.Day> days) {
        if (days.size() < 2) {
            return new BandsPicture(List.of(), "", "", "");
        }
        LocalDate first = days.getFirst().day();
        LocalDate last = days.getLast().day();
        Map<Band, List<int[]>> edges = new EnumMap<>(Band.class);
        long span = ChronoUnit.DAYS.between(first, last);
        for (BandHistory.Day day : days) {
            int x = (int) (WIDTH * ChronoUnit.DAYS.between(first, day.day()) / span);
            int all =
                    day.accounts().values().stream().mapToInt(Integer::intValue).sum();
            int below = 0;
            for (Band band : Band.values()) {
                int above = below + day.accounts().getOrDefault(band.name(), 0);
                edges.computeIfAbsent(band, each -> new ArrayList<>()).add(new int[] {x, y(below, all), y(above, all)});
                below = above;
            }
        }
        List<Area> areas = edges.entrySet().stream()
                .map(edge -> new Area(Words.band(edge.getKey()), Moods.of(edge.getKey()), polygon(edge.getValue())))
                .toList();
        return new BandsPicture(areas, first.toString(), last.toString(), words(days));
    }

    private static int y(int accounts, int all) {
        return all == 0 ? HEIGHT : HEIGHT - HEIGHT * accounts / all;
    }

    /** Along the upper edge and back along the lower. */
    private static String polygon(List<int[]> edge) {
        List<String> points = new ArrayList<>();
        edge.forEach(at -> points.add(at[0] + "," + at[2]));
        edge.reversed().forEach(at -> points.add(at[0] + "," + at[1]));
        return String.join(" ", points);
    }

    private static String words(List<BandHistory.Day> days) {
        return "Accounts by band, " + counted(days.getFirst()) + "; " + counted(days.getLast()) + ".";
    }

    private static String counted(BandHistory.Day day) {
        return "on " + day.day() + " "
                + List.of(Band.values()).stream()
                        .map(band -> Words.band(band).toLowerCase(Locale.ROOT) + " "
                                + day.accounts().getOrDefault(band.name(), 0))
                        .collect(Collectors.joining(", "));
    }
}
