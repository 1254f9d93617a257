package io.plumbline.ops.doctor;

import io.plumbline.flow.checkup.CheckupLine;
import io.plumbline.flow.checkup.CheckupLine.State;
import io.plumbline.ops.text.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A check-up for a terminal: a line or two for each thing looked at, and what it comes to. */
public final class CheckupText {

    private CheckupText() {}

    public static String of(String heading, List<CheckupLine> found, long calls) {
        List<String> lines = new ArrayList<>();
        lines.add(heading);
        lines.add("");
        String before = "";
        for (int i = 0; i < found.size(); i++) {
            CheckupLine line = found.get(i);
            String subject = line.subject().equals(before) ? "" : line.subject();
            lines.addAll(Paragraph.of(line.says(), String.format("  %-8s %-15s ", mark(line.state()), subject)));
            // What several lines have in common is said once, after the last of them.
            boolean saidBelow = i + 1 < found.size()
                    && found.get(i + 1).advice().equals(line.advice())
                    && found.get(i + 1).subject().equals(line.subject());
            if (!line.advice().isEmpty() && !saidBelow) {
                lines.addAll(Paragraph.of(line.advice(), String.format("  %-8s %-15s -> ", "", "")));
            }
            before = line.subject();
        }
        lines.add("");
        lines.add(verdict(found) + " " + calls + (calls == 1 ? " API call." : " API calls."));
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static String mark(State state) {
        return switch (state) {
            case OK -> "ok";
            case WARNING -> "warning";
            case PROBLEM -> "PROBLEM";
            case NOT_CHECKED -> "-";
        };
    }

    private static String verdict(List<CheckupLine> found) {
        long problems = count(found, State.PROBLEM);
        String counted = Stream.of(
                        some(problems, "problem", "problems"),
                        some(count(found, State.WARNING), "warning", "warnings"),
                        some(count(found, State.NOT_CHECKED), "thing not checked", "things not checked"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return (problems == 0 ? "Nothing keeps Plumbline from working" : "Somebody has to act")
                + (counted.isEmpty() ? "." : ": " + counted + ".");
    }

    private static String some(long number, String one, String many) {
        return number == 0 ? "" : number + " " + (number == 1 ? one : many);
    }

    private static long count(List<CheckupLine> found, State state) {
        return found.stream().filter(line -> line.state() == state).count();
    }
}
