package io.plumbline.sandbox.seed.load;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a report for a person: one line for each kind of problem of a file, with the first lines it stands on. */
final class ReportText {

    private static final int SHOWN = 5;

    private ReportText() {}

    static String of(SeedReport report) {
        StringBuilder text = new StringBuilder();
        text.append("Loaded ")
                .append(count(report.total(), "record"))
                .append(" from ")
                .append(report.source());
        if (!report.loaded().isEmpty()) {
            text.append(": ")
                    .append(report.loaded().entrySet().stream()
                            .map(each -> number(each.getValue()) + " " + each.getKey())
                            .collect(Collectors.joining(", ")));
        }
        text.append(".\n");
        grouped(report.problems()).forEach((alike, problems) -> text.append(line(alike, problems)));
        return text.toString();
    }

    private record Alike(SeedProblem.Kind kind, String file, String reason) {}

    private static Map<Alike, List<SeedProblem>> grouped(List<SeedProblem> problems) {
        return problems.stream()
                .sorted(Comparator.comparing(SeedProblem::kind))
                .collect(Collectors.groupingBy(
                        problem -> new Alike(problem.kind(), problem.file(), problem.reason()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static String line(Alike alike, List<SeedProblem> problems) {
        StringBuilder text = new StringBuilder("  ").append(alike.file());
        List<Long> lines = problems.stream()
                .map(SeedProblem::line)
                .filter(line -> line > 0)
                .toList();
        if (!lines.isEmpty()) {
            text.append(lines.size() == 1 ? ", line " : ", lines ").append(shown(lines));
        }
        text.append(": ").append(alike.reason());
        Set<String> details = problems.stream()
                .map(SeedProblem::detail)
                .filter(detail -> !detail.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!details.isEmpty()) {
            text.append(" (").append(shown(List.copyOf(details))).append(')');
        }
        return text.append(cost(alike.kind(), problems)).append('\n').toString();
    }

    private static String cost(SeedProblem.Kind kind, List<SeedProblem> problems) {
        long rows = problems.stream().mapToLong(SeedProblem::rows).sum();
        long most = problems.stream().mapToLong(SeedProblem::rows).max().orElse(0);
        return switch (kind) {
            case FILE -> rows == 0 ? "; not loaded" : "; " + count(rows, "row") + " not loaded";
            case ROW -> "; " + count(rows, "row") + " not loaded";
            case COLUMN ->
                most == 0 ? "; left out, no row had a value" : "; up to " + count(most, "row") + " loaded without";
            case VALUE -> "; " + count(rows, "row") + " loaded, this value apart";
            case NOTE -> "";
        };
    }

    private static String shown(List<?> all) {
        String first = all.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
        return all.size() <= SHOWN ? first : first + " and " + number(all.size() - SHOWN) + " more";
    }

    private static String count(long count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
