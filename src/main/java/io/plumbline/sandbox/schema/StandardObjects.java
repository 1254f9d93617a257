package io.plumbline.sandbox.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the standard objects from the text files beside this class: one file an object, one line a field, in the words that {@link FieldLine}
 * lists.
 */
final class StandardObjects {

    private static final Pattern HEADER = Pattern.compile("object (\\w+) (\\w{3}) \"([^\"]+)\" \"([^\"]+)\"(.*)");

    private final boolean multiCurrency;

    StandardObjects(boolean multiCurrency) {
        this.multiCurrency = multiCurrency;
    }

    List<ObjectDraft> read() {
        return lines("objects.list").stream()
                .map(this::object)
                .filter(draft -> multiCurrency || !draft.words().contains("multi-currency"))
                .toList();
    }

    private ObjectDraft object(String name) {
        List<String> lines = lines(name + ".fields");
        Matcher header = HEADER.matcher(lines.getFirst());
        if (!header.matches()) {
            throw new IllegalStateException(name + ".fields: the first line is no header: " + lines.getFirst());
        }
        List<String> words = List.of(header.group(5).strip().split("\\s+"));
        ObjectDraft draft = new ObjectDraft(
                header.group(1),
                header.group(3),
                header.group(4),
                header.group(2),
                traits(words),
                access(words),
                words);
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("@")) {
                SystemFields.of(line.substring(1), draft, multiCurrency);
            } else if (multiCurrency || !line.contains(" multi-currency")) {
                draft.add(FieldLine.parse(line));
            }
        }
        return draft;
    }

    private static EnumSet<ObjectTrait> traits(List<String> words) {
        EnumSet<ObjectTrait> traits = EnumSet.of(ObjectTrait.QUERYABLE);
        for (String word : words) {
            switch (word) {
                case "create" -> traits.add(ObjectTrait.CREATEABLE);
                case "update" -> traits.add(ObjectTrait.UPDATEABLE);
                case "delete" -> traits.add(ObjectTrait.DELETABLE);
                case "undelete" -> traits.add(ObjectTrait.UNDELETABLE);
                case "retrieve" -> traits.add(ObjectTrait.RETRIEVEABLE);
                case "replicate" -> traits.add(ObjectTrait.REPLICATEABLE);
                case "search" -> traits.add(ObjectTrait.SEARCHABLE);
                case "merge" -> traits.add(ObjectTrait.MERGEABLE);
                default -> {}
            }
        }
        return traits;
    }

    private static ObjectAccess access(List<String> words) {
        for (String word : words) {
            if (word.equals("open-to-all")) {
                return new ObjectAccess.Everyone();
            }
            if (word.startsWith("follows:")) {
                return new ObjectAccess.Follows(word.substring("follows:".length()));
            }
            if (word.startsWith("granted-by:")) {
                return new ObjectAccess.EditedWith(
                        word.substring("granted-by:".length()).toLowerCase(Locale.ROOT));
            }
        }
        return new ObjectAccess.Granted();
    }

    private static List<String> lines(String resource) {
        try (InputStream in = StandardObjects.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
