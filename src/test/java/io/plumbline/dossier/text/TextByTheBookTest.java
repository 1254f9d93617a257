package io.plumbline.dossier.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.policy.TextPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fast reading of texts against the model's words about it (section 0), one after the other, as slow as they stand there. */
class TextByTheBookTest {

    private static final List<String> PLACEHOLDERS = List.of("tbd", "n/a", "to do", "x", "öl", "würde folgen");
    private static final List<String> STARTS = List.of("lorem ipsum", "später");
    private static final TextReading TEXT = new TextReading(new TextPolicy(PLACEHOLDERS, STARTS, 2, 0.8, 0.5));
    private static final List<String> PIECES = List.of(
            "tbd",
            "TBD",
            "n/a",
            "to",
            " ",
            "do",
            "X",
            "Öl",
            "WÜRDE",
            "folgen",
            "Lorem",
            "ipsum",
            "Später",
            "plan",
            "a",
            "7",
            ".",
            "-",
            "…",
            "(",
            "\u00A0",
            "\u3000",
            "\t",
            "\u0085",
            "\u200B",
            "<",
            ">",
            "<b>",
            "</p>",
            "<!--",
            "-->",
            "<!-->",
            "< b>",
            "<br/>",
            "&",
            "&amp;",
            "&nbsp;",
            "&#",
            "&#x",
            "&#120;",
            "&#x78;",
            "&#xD83D;",
            "&#0;",
            "&#00000000065;",
            "&#x110000;",
            "&Auml;",
            "&nope;",
            "&NotEqualTilde;",
            ";",
            "lt;",
            "会",
            "社",
            "ไทย",
            "\uD83D\uDE00",
            "\uD840\uDC00",
            "\uD83D",
            "İ",
            "ß",
            "Σ",
            "é",
            "\u0301");

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithTheModelWordByWord(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String text = text(random);
            String plain = plain(text);
            assertThat(PlainText.of(text)).as("plain form of '%s'", text).isEqualTo(plain);
            assertThat(TEXT.words(text)).as("words of '%s'", text).isEqualTo(words(plain));
            assertThat(TEXT.isFilled(text)).as("whether '%s' is filled", text).isEqualTo(isFilled(plain));
        }
    }

    static LongStream seeds() {
        return LongStream.range(1, 11);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(1, 12); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String plain(String text) {
        String untagged = text.replaceAll("(?s)<!--.*?-->|</?[A-Za-z][^>]*>", " ");
        return Pattern.compile("&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
                .matcher(untagged)
                .replaceAll(entity -> Matcher.quoteReplacement(decoded(entity.group(), entity.group(1))));
    }

    private static String decoded(String entity, String name) {
        if (!name.startsWith("#")) {
            return Entities.getByName(name).isEmpty() ? entity : Entities.getByName(name);
        }
        boolean hexadecimal = name.startsWith("x", 1) || name.startsWith("X", 1);
        long number = Long.parseLong(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
        boolean isCharacter = number > 0 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
        return isCharacter ? Character.toString((int) number) : entity;
    }

    private static int words(String plain) {
        String unspaced =
                "\\u0E00-\\u0EFF\\u1780-\\u17FF\\u3040-\\u30FF\\u3400-\\u9FFF\\uF900-\\uFAFF\\x{20000}-\\x{3FFFF}";
        int apart = plain.replaceAll("[^" + unspaced + "]", "").codePoints().toArray().length;
        int words = (int) Math.ceil(apart / 2.0);
        for (String token : plain.replaceAll("[" + unspaced + "]", " ").split("\\p{IsWhite_Space}+")) {
            words += Pattern.compile("[\\p{L}\\p{Nd}]").matcher(token).find() ? 1 : 0;
        }
        return words;
    }

    private static boolean isFilled(String plain) {
        String core = plain.replaceAll("^[^\\p{L}\\p{Nd}]+|[^\\p{L}\\p{Nd}]+$", "")
                .replaceAll("\\p{IsWhite_Space}+", " ")
                .toLowerCase(Locale.ROOT);
        return !core.isEmpty()
                && !PLACEHOLDERS.contains(core)
                && STARTS.stream().noneMatch(core::startsWith);
    }
}
