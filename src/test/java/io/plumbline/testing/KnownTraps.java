package io.plumbline.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * The part of {@code src/docs/failures.md} that people write: {@code traps.yaml} beside this class.
 *
 * @param sections by letter, in the order of the file
 */
record KnownTraps(Map<String, Section> sections) {

    private static final Set<String> KEYS = Set.of("what", "defence", "open");

    /**
     * @param title what the traps of a section have in common
     * @param traps by id
     */
    record Section(String title, Map<String, Entry> traps) {}

    /**
     * One trap.
     *
     * @param what what happens to those who do not expect it
     * @param defence what Plumbline does about it
     * @param open what is not defended or not tested, why, and who is to do it; null when nothing is
     */
    record Entry(String what, String defence, @Nullable String open) {}

    static KnownTraps read() {
        try (InputStream file = KnownTraps.class.getResourceAsStream("traps.yaml");
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            Map<String, Map<String, Object>> sections = new Yaml().load(text);
            Map<String, Section> read = new LinkedHashMap<>();
            sections.forEach((letter, section) -> read.put(letter, section(letter, section)));
            return new KnownTraps(read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> ids() {
        List<String> ids = new ArrayList<>();
        sections.values().forEach(section -> ids.addAll(section.traps().keySet()));
        return ids;
    }

    Optional<Entry> find(String id) {
        return sections.values().stream()
                .flatMap(section -> Optional.ofNullable(section.traps().get(id)).stream())
                .findFirst();
    }

    @SuppressWarnings("unchecked")
    private static Section section(String letter, Map<String, Object> section) {
        Map<String, Entry> traps = new LinkedHashMap<>();
        section.forEach((id, entry) -> {
            if (!id.equals("title")) {
                if (!id.startsWith(letter)) {
                    throw new IllegalArgumentException(id + " stands in section " + letter + " of traps.yaml");
                }
                traps.put(id, entry(id, (Map<String, String>) entry));
            }
        });
        return new Section(String.valueOf(section.get("title")), traps);
    }

    private static Entry entry(String id, Map<String, String> entry) {
        String what = entry.get("what");
        String defence = entry.get("defence");
        if (what == null || defence == null || !KEYS.containsAll(entry.keySet())) {
            throw new IllegalArgumentException(
                    id + " of traps.yaml needs what and defence, may have open, and nothing else");
        }
        return new Entry(what, defence, entry.get("open"));
    }
}
