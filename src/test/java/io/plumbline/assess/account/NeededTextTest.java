package io.plumbline.assess.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeededTextTest {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\\bchief\\b, chief",
                "\\bHEAD of\\b, head of",
                "\\bchair(man|woman)?\\b, chair",
                "\\b(personal|team) assistant\\b, \" assistant\"",
                "\\bvice[- ]president\\b, president",
                "\\bv\\.p\\b, v.p",
                "\\bc[a-z]o\\b, c",
                "ab?, a",
                "ab+c, ab",
                "ab*, a",
                "\"ab{0,2}cd\", cd",
                "a.bc, bc",
                "((a|b)c)de, de",
                "(a\\)b)cd, cd",
                "(?:ab)cde, cde",
                "(?<=ab)cde, cde",
                "[abc]xyz, xyz",
                "ab\\dcde, cde",
                "ab\\.cd, ab.cd",
                "ab\uD83D\uDE00cde, cde",
                "ab.cde$, cde",
                "\u00C4rzte, \u00E4rzte"
            })
    void isTheLongestTextThatEveryMatchHolds(String regex, String needed) {
        assertThat(NeededText.of(Pattern.compile(regex, FLAGS)).anywhere()).isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            emptyValue = "",
            value = {
                "\\bchief\\b, chief",
                "\\bc[a-z]o\\b, c",
                "\\bvp?, v",
                "chief, \"\"",
                "\\b(ex|former), \"\"",
                "\\b[ep]a to, \"\"",
                "\\bv?p, \"\"",
                "\\b\\.net, \"\"",
                "\\bchief|head, \"\""
            })
    void atStartIsWhatStandsBehindALeadingWordBoundary(String regex, String needed) {
        assertThat(NeededText.of(Pattern.compile(regex, FLAGS)).atStart()).isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource({
        "chief|head",
        "(chief|head)",
        "[ch]",
        "a?",
        "\\x41",
        "\\Qa|b\\E",
        "\\p{L}ab",
        "(?x)a b c",
        "a(?x: b )c",
        "[]a]bc",
        "[^]a]bc",
        "[a[b]]cd",
        "[a\\]]bc"
    })
    void isUnknownRatherThanWrong(String regex) {
        assertThat(NeededText.of(Pattern.compile(regex, FLAGS))).isEqualTo(new NeededText("", ""));
    }
}
