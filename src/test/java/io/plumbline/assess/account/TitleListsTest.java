package io.plumbline.assess.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.policy.SeniorityPolicy;
import io.plumbline.config.yaml.YamlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TitleListsTest {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final List<String> PIECES = List.of(
            "chief",
            "c",
            "o",
            "CEO",
            "vp",
            "v.p",
            " ",
            "-",
            ",",
            " of ",
            "partner",
            "manager",
            "to",
            "\u212A",
            "\u017F",
            "\u0130",
            "ex",
            "_",
            "\u00B5",
            "\u00E4",
            "\u00DF",
            "head,",
            "assistant  ",
            "1");

    @ParameterizedTest
    @CsvSource({
        "\\bc[ft]o\\b, CFO, true",
        "\\bc[ft]o\\b, CEO, false",
        "\\bc[a-z]o\\b, the CRO., true",
        "\\bc[a-z]o\\b, CROw, false",
        "\\bc[a-z]o\\b, _cro, false",
        "\\bvice[- ]president\\b, Vice-President, true",
        "\\bvice[- ]president\\b, vice_president, false",
        "\\b(co-?)?founder\\b, Cofounder, true",
        "\\bfounder\\b, co founders, false",
        "\\bv\\.p\\b, V.P., true",
        "\\bv\\.p\\b, vxp, false",
        "'\\bhead,', 'Head, Sales', true",
        "'\\bhead,', 'ahead, Sales', false",
        "\\bassistant\\s+to\\b, 'Assistant   to', true",
        "agent, Reagents, true",
        "\\b\u00E4rzt(in)?\\b, \u00C4RZTIN, true",
        "\\bchef\\b, \u0428\u0435\u0444 chef, true"
    })
    void findsWhatTheExpressionFinds(String regex, String title, boolean isFound) {
        assertThat(new TitleLists(List.of(List.of(Pattern.compile(regex, FLAGS)))).first(title))
                .isEqualTo(isFound ? 0 : TitleLists.NONE);
    }

    @Test
    void theFirstListWithAMatchWins() {
        TitleLists lists = new TitleLists(List.of(
                List.of(Pattern.compile("\\bassistant\\s+to\\b", FLAGS)),
                List.of(Pattern.compile("\\bceo\\b", FLAGS))));
        assertThat(lists.first("CEO")).isOne();
        assertThat(lists.first("Assistant to the CEO")).isZero();
        assertThat(lists.first("CEO, assistant to nobody")).isZero();
        assertThat(lists.first("CEO and assistant")).isOne();
    }

    /** Kelvin sign, long s and dotted capital I are letters that ignoring case makes equal to plain ones. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsWhatTheShippedExpressionsFind(long seed) {
        SeniorityPolicy policy = AssessmentPolicy.load(YamlFile.read(Path.of("connector-config", "assessment.yaml")))
                .seniority();
        List<List<Pattern>> lists = List.of(policy.exclude(), policy.executive(), policy.director(), policy.manager());
        TitleLists together = new TitleLists(lists);
        List<Pattern> patterns = lists.stream().flatMap(List::stream).toList();
        List<TitleLists> each = patterns.stream()
                .map(pattern -> new TitleLists(List.of(List.of(pattern))))
                .toList();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String title = title(random, patterns);
            for (int j = 0; j < patterns.size(); j++) {
                assertThat(each.get(j).first(title))
                        .as("%s in '%s'", patterns.get(j), title)
                        .isEqualTo(patterns.get(j).matcher(title).find() ? 0 : TitleLists.NONE);
            }
            assertThat(together.first(title)).as(title).isEqualTo(firstByTheBook(lists, title));
        }
    }

    private static int firstByTheBook(List<List<Pattern>> lists, String title) {
        for (int list = 0; list < lists.size(); list++) {
            if (lists.get(list).stream()
                    .anyMatch(pattern -> pattern.matcher(title).find())) {
                return list;
            }
        }
        return TitleLists.NONE;
    }

    /** Pieces of titles, and of the expressions themselves, in any case. */
    private static String title(Random random, List<Pattern> patterns) {
        StringBuilder title = new StringBuilder();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            String piece = random.nextBoolean()
                    ? PIECES.get(random.nextInt(PIECES.size()))
                    : patterns.get(random.nextInt(patterns.size())).pattern().replaceAll("\\\\b|[\\\\?()]", "");
            title.append(random.nextBoolean() ? piece : piece.toUpperCase(Locale.ROOT))
                    .append(random.nextBoolean() ? " " : "");
        }
        return title.toString();
    }

    static LongStream seeds() {
        return LongStream.range(0, 5);
    }
}
