package io.plumbline.sandbox.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The API versions that the sandbox serves: all that the real service has not retired, each answered as the newest is. */
final class Versions {

    private static final Pattern SHAPE = Pattern.compile("v(\\d+)\\.0");
    private static final int OLDEST = 31;
    private static final int NEWEST = 66;
    private static final int LAST_RETIRED = 30;
    private static final List<String> SEASONS = List.of("Winter", "Spring", "Summer");

    static final List<Map<String, String>> LIST = IntStream.rangeClosed(OLDEST, NEWEST)
            .mapToObj(number -> describe(label(number), number + ".0"))
            .toList();

    private Versions() {}

    static boolean served(String version) {
        Matcher matcher = SHAPE.matcher(version);
        return matcher.matches() && number(matcher) >= OLDEST && number(matcher) <= NEWEST;
    }

    static boolean retired(String version) {
        Matcher matcher = SHAPE.matcher(version);
        return matcher.matches() && number(matcher) <= LAST_RETIRED;
    }

    private static int number(Matcher matcher) {
        return matcher.group(1).length() > 3 ? Integer.MAX_VALUE : Integer.parseInt(matcher.group(1));
    }

    /** Three releases a year since Winter '15, which was 32.0. */
    private static String label(int number) {
        return SEASONS.get(Math.floorMod(number - 32, 3)) + " '" + (15 + Math.floorDiv(number - 32, 3));
    }

    private static Map<String, String> describe(String label, String version) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("label", label);
        entry.put("url", "/services/data/v" + version);
        entry.put("version", version);
        return entry;
    }
}
