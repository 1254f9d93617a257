package io.plumbline.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files of all custom fields in one text, by the field they define. */
record FieldFiles(Map<String, String> texts) {

    /** Every file comes after a line with this and its object. */
    static final String OBJECT = "== ";

    private static final Pattern NAME = Pattern.compile("<fullName>(\\w+)</fullName>");
    private static final Pattern REFERENCE = Pattern.compile("<referenceTo>(\\w+)</referenceTo>");

    static FieldFiles of(String text) {
        Map<String, String> texts = new TreeMap<>();
        for (String file : text.split(OBJECT)) {
            Matcher name = NAME.matcher(file);
            if (name.find()) {
                texts.put(file.lines().findFirst().orElseThrow() + "." + name.group(1), file);
            }
        }
        return new FieldFiles(texts);
    }

    Set<String> names() {
        return texts.keySet();
    }

    /** The fields whose file has these words. */
    Set<String> having(String words) {
        return texts.keySet().stream()
                .filter(name -> texts.get(name).contains(words))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The object that a lookup leads to. */
    Optional<String> referenceOf(String field) {
        Matcher reference = REFERENCE.matcher(texts.getOrDefault(field, ""));
        return reference.find() ? Optional.of(reference.group(1)) : Optional.empty();
    }

    /** All files but that of one field, in one text. */
    String without(String field) {
        return texts.keySet().stream()
                .filter(name -> !name.equals(field))
                .map(name -> OBJECT + texts.get(name))
                .collect(Collectors.joining());
    }
}
