package io.plumbline.assess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One page of {@code src/docs/checks}, as far as tests read it.
 *
 * @param id the file's name without its ending
 * @param title the heading of the page
 * @param question the one line below the heading that says what is asked
 * @param headings of the second level
 * @param defaults what the page says the shipped policy holds, by path
 */
record CheckPage(
        String id,
        String title,
        String question,
        List<String> headings,
        List<Example> examples,
        Map<String, String> defaults) {

    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| `([^`]+)` \\|.*");
    private static final Pattern RESULT = Pattern.compile("`([^`]+)` is `([^`]+)`");
    private static final Pattern SEVERITY = Pattern.compile("finding, `([a-z]+)`");

    /**
     * One example: a dossier and what the model makes of it.
     *
     * @param title its heading
     * @param dossier YAML, which leaves out what {@link ExampleDossier} fills in
     * @param results stated values by name
     * @param severity stated severity of the finding, empty when the page states none
     */
    record Example(String title, String dossier, Map<String, String> results, String severity) {}

    static CheckPage read(Path file) {
        try {
            String name = file.getFileName().toString();
            return parse(name.substring(0, name.length() - ".md".length()), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static CheckPage parse(String id, String text) {
        List<String> lines = text.lines().toList();
        List<String> headings = new ArrayList<>();
        List<Example> examples = new ArrayList<>();
        Map<String, String> defaults = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher row = ROW.matcher(lines.get(i));
            if (row.matches()) {
                defaults.put(row.group(1), row.group(2));
            } else if (lines.get(i).startsWith("## ")) {
                headings.add(lines.get(i).substring(3));
            } else if (lines.get(i).startsWith("### ")) {
                examples.add(example(lines, i));
            }
        }
        return new CheckPage(id, lines.getFirst(), lines.get(2), headings, examples, defaults);
    }

    private static Example example(List<String> lines, int heading) {
        StringBuilder dossier = new StringBuilder();
        Map<String, String> results = new LinkedHashMap<>();
        String severity = "";
        boolean inBlock = false;
        for (String line : lines.subList(heading + 1, lines.size())) {
            if (line.startsWith("```")) {
                inBlock = !inBlock;
            } else if (inBlock) {
                dossier.append(line).append('\n');
            } else if (line.startsWith("#")) {
                break;
            } else if (line.startsWith("**Result:** ")) {
                RESULT.matcher(line).results().forEach(pair -> results.put(pair.group(1), pair.group(2)));
                Matcher stated = SEVERITY.matcher(line);
                severity = stated.find() ? stated.group(1) : "";
            }
        }
        return new Example(lines.get(heading).substring(4), dossier.toString(), results, severity);
    }
}
