package io.plumbline.flow.retention;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Words by which somebody is known, to be taken out of texts. Letter case does not count; parts of longer words do not match. */
final class Wording {

    /** Not longer than any word it stands for, so that no column is too short for it. */
    private static final String INSTEAD = "***";

    /*
     * Texts that are JSON have letters of escapes before a word, and those of the mirror the letter of the value's type.
     */
    private static final String BEGINNING = "(?:(?<![\\p{L}\\p{N}])|(?<=\\\\[nrtbf])|(?<=\"t))";

    private static final String END = "(?![\\p{L}\\p{N}])";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> forms;
    private final Pattern pattern;

    private Wording(List<String> forms) {
        this.forms = forms;
        this.pattern = Pattern.compile(
                BEGINNING + "(?:" + forms.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")" + END,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Shorter ones would be found everywhere, and are left out. */
    static Wording of(Collection<String> words) {
        return new Wording(words.stream()
                .map(String::strip)
                .filter(word -> word.length() >= INSTEAD.length())
                .flatMap(word -> List.of(word, inJson(word)).stream())
                .distinct()
                .sorted((one, other) -> other.length() - one.length())
                .toList());
    }

    boolean isEmpty() {
        return forms.isEmpty();
    }

    /** For SQL: texts that match none of these do not contain a word; others may. */
    List<String> likes() {
        return forms.stream()
                .map(form -> "%" + form.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%")
                .toList();
    }

    boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    String takenOutOf(String text) {
        return pattern.matcher(text).replaceAll(Matcher.quoteReplacement(INSTEAD));
    }

    private static String inJson(String word) {
        String quoted = JSON.writeValueAsString(word);
        return quoted.substring(1, quoted.length() - 1);
    }
}
