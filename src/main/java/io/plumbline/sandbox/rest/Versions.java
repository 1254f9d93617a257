package io.plumbline.sandbox.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The API versions that the sandbox serves. */
final class Versions {

    static final List<Map<String, String>> LIST = Stream.of(
                    "Winter '25/62.0", "Spring '25/63.0", "Summer '25/64.0", "Winter '26/65.0", "Spring '26/66.0")
            .map(release -> release.split("/"))
            .map(release -> describe(release[0], release[1]))
            .toList();

    private static final Pattern SHAPE = Pattern.compile("v(\\d+)\\.0");
    private static final int OLDEST = 62;
    private static final int NEWEST = 66;
    private static final int LAST_RETIRED = 30;

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

    private static Map<String, String> describe(String label, String version) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("label", label);
        entry.put("url", "/services/data/v" + version);
        entry.put("version", version);
        return entry;
    }
}
