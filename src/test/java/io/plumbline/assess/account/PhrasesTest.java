package io.plumbline.assess.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    @ParameterizedTest
    @CsvSource({
        "\\bchief\\b, chief",
        "\\bhead of\\b, head of",
        "\\bchair(man|woman)?\\b, chair chairman chairwoman",
        "\\b(co-?)?founder\\b, founder co-founder cofounder",
        "\\bc[f-ht]o\\b, cfo cgo cho cto",
        "\\bvice[- ]president\\b, vice-president vice president",
        "\\bv\\.p\\b, v.p",
        "\\b[ae]?vp\\b, vp avp evp",
        "\\b(a(b|c)|d)e\\b, abe ace de"
    })
    void spellsOutAllThatMatches(String regex, String phrases) {
        assertThat(String.join(" ", Phrases.of(Pattern.compile(regex, FLAGS)).orElseThrow())
                        .split(" "))
                .containsExactlyInAnyOrder(phrases.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chief",
                "\\bchief",
                "chief\\b",
                "\\bchief|head\\b",
                "\\bchief,\\b",
                "\\b,chief\\b",
                "\\b(chief)?\\b",
                "\\bx+y\\b",
                "\\bx*y\\b",
                "\\bx{2}y\\b",
                "\\bx.y\\b",
                "\\bx\\sy\\b",
                "\\b(?:x|y)z\\b",
                "\\b[^x]y\\b",
                "\\b[x[y]]z\\b",
                "\\b[\\d]z\\b",
                "\\bx\\by\\b",
                "\\bx$\\b",
                "\\b[a-z][a-z][a-z]\\b",
                "\\bx??y\\b",
                "\\ba\uD83D\uDE00b\\b",
                "\\b\\b"
            })
    void leavesTheRestToTheExpression(String regex) {
        assertThat(Phrases.of(Pattern.compile(regex, FLAGS))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, Pattern.CASE_INSENSITIVE, FLAGS | Pattern.COMMENTS, FLAGS | Pattern.LITERAL})
    void leavesExpressionsOfOtherFlagsAlone(int flags) {
        assertThat(Phrases.of(Pattern.compile("\\bchief\\b", flags))).isEmpty();
    }
}
