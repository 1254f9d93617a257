package io.plumbline.testing;

import io.plumbline.testing.TrapMarks.Mark;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code src/docs/failures.md}: what is known to go wrong, what Plumbline does about it, and the tests that would fail if
 * it did not.
 */
record FailuresPage(KnownTraps known, TrapMarks marks, String preface) {

    private static final String TESTS = "../test/java/";

    String text() {
        StringBuilder page = new StringBuilder(preface);
        page.append("\n").append(figures()).append("\n");
        known.sections().forEach((letter, section) -> {
            page.append("\n## ")
                    .append(letter)
                    .append(". ")
                    .append(section.title())
                    .append("\n\n");
            page.append("| id | what happens | what Plumbline does | tests |\n|---|---|---|---|\n");
            section.traps().forEach((id, trap) -> page.append(row(id, trap)));
        });
        return page.toString();
    }

    private String figures() {
        List<String> ids = known.ids();
        long tested = ids.stream().filter(id -> !marks.of(id).isEmpty()).count();
        long open = ids.stream()
                .filter(id -> known.find(id).map(KnownTraps.Entry::open).isPresent())
                .count();
        long tests = marks.byId().values().stream()
                .flatMap(Collection::stream)
                .distinct()
                .count();
        return ids.size() + " traps: " + tested + " held by " + tests + " tests or test classes, " + open
                + " open in whole or in part.\n";
    }

    private String row(String id, KnownTraps.Entry trap) {
        String open = trap.open() == null ? "" : "<br>**Open:** " + trap.open();
        return "| " + id + " | " + trap.what() + " | " + trap.defence() + open + " | " + tests(id) + " |\n";
    }

    private String tests(String id) {
        Map<String, List<Mark>> byClass = marks.of(id).stream()
                .collect(Collectors.groupingBy(mark -> mark.type().getName(), TreeMap::new, Collectors.toList()));
        return byClass.values().stream().map(FailuresPage::ofOneClass).collect(Collectors.joining("<br>"));
    }

    private static String ofOneClass(List<Mark> marks) {
        Class<?> type = marks.getFirst().type();
        String link = "[" + type.getSimpleName() + "](" + TESTS + type.getName().replace('.', '/') + ".java)";
        String methods =
                marks.stream().map(Mark::method).filter(name -> !name.isEmpty()).collect(Collectors.joining(", "));
        return methods.isEmpty() ? link : link + ": " + methods;
    }
}
