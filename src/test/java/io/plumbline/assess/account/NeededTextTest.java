package io.plumbline.assess.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.policy.SeniorityPolicy;
import io.plumbline.config.yaml.YamlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NeededTextTest {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final List<String> PIECES = List.of(
            "chief", "c", "o", "CEO", "vp", "v.p", " ", "-", ",", " of ", "partner", "manager", "to", "\u212A",
            "\u017F", "\u0130", "ex");

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

    /** Kelvin sign, long s and dotted capital I are letters that ignoring case makes equal to plain ones. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverHidesAMatchOfTheShippedExpressions(long seed) {
        SeniorityPolicy policy = AssessmentPolicy.load(YamlFile.read(Path.of("connector-config", "assessment.yaml")))
                .seniority();
        List<Pattern> patterns = Stream.of(policy.exclude(), policy.executive(), policy.director(), policy.manager())
                .flatMap(List::stream)
                .toList();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String title = title(random, patterns);
            for (TitlePattern pattern : TitlePattern.all(patterns)) {
                assertThat(pattern.isIn(Title.of(title)))
                        .as("%s in '%s'", pattern, title)
                        .isEqualTo(pattern.pattern().matcher(title).find());
            }
        }
    }

    /** Pieces of titles, and of the expressions themselves, in any case. */
    private static String title(Random random, List<Pattern> patterns) {
        StringBuilder title = new StringBuilder();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            String piece = random.nextBoolean()
                    ? PIECES.get(random.nextInt(PIECES.size()))
                    : patterns.get(random.nextInt(patterns.size())).pattern().replaceAll("\\\\b|[\\\\?()]", "");
            title.append(random.nextBoolean() ? piece : piece.toUpperCase()).append(random.nextBoolean() ? " " : "");
        }
        return title.toString();
    }

    static LongStream seeds() {
        return LongStream.range(0, 5);
    }
}
