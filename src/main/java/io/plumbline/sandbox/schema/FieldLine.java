package io.plumbline.sandbox.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of a standard object's file: {@code Name type(length) "Label" words -> Target as Relationship = value | default* | value}.
 *
 * <p>Words: {@code edit} may be created and updated; {@code create} only created; {@code required} must be given; {@code required-once} must be
 * given and stays; {@code filled} is never blank; {@code defaulted} gets a value on create; {@code open} is seen and edited by whoever sees
 * the object; {@code guarded} is read-only and needs a field permission. Without a word a field is read-only. The remaining words are the
 * traits of describe.
 */
final class FieldLine {

    private static final Pattern LINE =
            Pattern.compile("(\\w+)\\s+(\\w+)(?:\\((\\d+)(?:,(\\d+))?\\))?(?:\\s+\"([^\"]+)\")?([^>=\"]*?)"
                    + "(?:\\s*-> ([\\w,]+)(?: as (\\w+))?)?(?:\\s+= (.+))?");
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private FieldLine() {}

    static FieldSchema parse(String line) {
        Matcher match = LINE.matcher(line);
        if (!match.matches()) {
            throw new IllegalStateException("no field line: " + line);
        }
        FieldType type = FieldType.valueOf(match.group(2).toUpperCase(Locale.ROOT));
        Set<String> words = Set.copyOf(
                Arrays.stream(match.group(6).strip().split("\\s+")).distinct().toList());
        int size = match.group(3) == null ? 0 : Integer.parseInt(match.group(3));
        List<PicklistEntry> values = picklist(match.group(9));
        return new FieldSchema(
                match.group(1),
                match.group(5) == null ? label(match.group(1), type) : match.group(5),
                type,
                length(type, size),
                type.isNumber() && type != FieldType.INT ? size : 0,
                match.group(4) == null ? 0 : Integer.parseInt(match.group(4)),
                traits(type, words),
                match.group(7) == null ? List.of() : List.of(match.group(7).split(",")),
                match.group(8),
                tagged(words, "children:"),
                values,
                type == FieldType.BOOLEAN
                        ? Boolean.FALSE
                        : values.stream()
                                .filter(PicklistEntry::defaultValue)
                                .map(PicklistEntry::value)
                                .findFirst()
                                .orElse(null),
                null,
                tagged(words, "part-of:"));
    }

    private static Set<FieldTrait> traits(FieldType type, Set<String> words) {
        EnumSet<FieldTrait> traits = EnumSet.noneOf(FieldTrait.class);
        boolean required = words.contains("required") || words.contains("required-once");
        boolean flag = type == FieldType.BOOLEAN;
        boolean edit = words.contains("edit") || words.contains("required");
        boolean create = edit || words.contains("create") || words.contains("required-once");
        add(traits, FieldTrait.NILLABLE, !required && !flag && !words.contains("filled"));
        add(traits, FieldTrait.CREATEABLE, create);
        add(traits, FieldTrait.UPDATEABLE, edit);
        add(traits, FieldTrait.DEFAULTED_ON_CREATE, flag || words.contains("defaulted"));
        add(
                traits,
                FieldTrait.PERMISSIONABLE,
                words.contains("guarded") || create && !required && !words.contains("open"));
        add(traits, FieldTrait.NAME_FIELD, words.contains("name-field"));
        add(traits, FieldTrait.ID_LOOKUP, words.contains("id-lookup"));
        add(traits, FieldTrait.UNIQUE, words.contains("unique"));
        add(traits, FieldTrait.RESTRICTED_PICKLIST, words.contains("restricted"));
        add(traits, FieldTrait.AUTO_NUMBER, words.contains("auto-number"));
        add(traits, FieldTrait.CASCADE_DELETE, words.contains("cascade"));
        add(traits, FieldTrait.POLYMORPHIC, words.contains("polymorphic"));
        add(traits, FieldTrait.RESTRICTED_DELETE, words.contains("restrict"));
        return traits;
    }

    private static void add(Set<FieldTrait> traits, FieldTrait trait, boolean present) {
        if (present) {
            traits.add(trait);
        }
    }

    private static int length(FieldType type, int size) {
        return switch (type) {
            case ID, REFERENCE -> 18;
            case BOOLEAN, INT, DOUBLE, CURRENCY, PERCENT, DATE, DATETIME, TIME, ADDRESS -> 0;
            default -> size;
        };
    }

    private static List<PicklistEntry> picklist(@Nullable String text) {
        List<PicklistEntry> entries = new ArrayList<>();
        for (String part : text == null ? new String[0] : text.split(" \\| ")) {
            boolean preset = part.endsWith("*");
            String value = (preset ? part.substring(0, part.length() - 1) : part).strip();
            entries.add(new PicklistEntry(value, value, preset, true));
        }
        return entries;
    }

    private static @Nullable String tagged(Set<String> words, String tag) {
        return words.stream()
                .filter(word -> word.startsWith(tag))
                .map(word -> word.substring(tag.length()))
                .findFirst()
                .orElse(null);
    }

    private static String label(String name, FieldType type) {
        String spoken = CAMEL.matcher(name).replaceAll(" ");
        return type == FieldType.REFERENCE && spoken.endsWith(" Id")
                ? spoken.substring(0, spoken.length() - 2) + "ID"
                : spoken;
    }
}
