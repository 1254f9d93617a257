package io.plumbline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The {@link Trap} marks of all compiled tests. */
record TrapMarks(Map<String, SortedSet<Mark>> byId) {

    /**
     * One marked test.
     *
     * @param type the test class
     * @param method empty when the whole class holds the trap
     */
    record Mark(Class<?> type, String method) implements Comparable<Mark> {

        private static final Comparator<Mark> ORDER = Comparator.<Mark, String>comparing(
                        mark -> mark.type().getSimpleName())
                .thenComparing(mark -> mark.type().getName())
                .thenComparing(Mark::method);

        @Override
        public int compareTo(Mark other) {
            return ORDER.compare(this, other);
        }
    }

    /** Reads the marks of all test classes without running any of them. */
    static TrapMarks ofAllTests() {
        Map<String, SortedSet<Mark>> marks = new TreeMap<>();
        for (Class<?> type : compiled()) {
            Trap whole = type.getAnnotation(Trap.class);
            if (whole != null) {
                add(marks, whole, new Mark(type, ""));
            }
            for (Method method : type.getDeclaredMethods()) {
                Trap trap = method.getAnnotation(Trap.class);
                if (trap != null) {
                    add(marks, trap, new Mark(type, method.getName()));
                }
            }
        }
        return new TrapMarks(marks);
    }

    SortedSet<Mark> of(String id) {
        return byId.getOrDefault(id, new TreeSet<>());
    }

    private static void add(Map<String, SortedSet<Mark>> marks, Trap trap, Mark mark) {
        for (String id : trap.value()) {
            marks.computeIfAbsent(id, absent -> new TreeSet<>()).add(mark);
        }
    }

    private static List<Class<?>> compiled() {
        try {
            Path root = Path.of(Trap.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root)) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                        .sorted()
                        .<Class<?>>map(TrapMarks::load)
                        .toList();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replaceAll("[/\\\\]", ".");
        try {
            return Class.forName(name, false, Trap.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException("a compiled test class cannot be loaded: " + name, gone);
        }
    }
}
