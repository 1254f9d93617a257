package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {

    @ParameterizedTest
    @CsvSource({
        "0, , 0",
        "0.25, , 0.3",
        "0.15, , 0.2",
        "0.05, , 0.1",
        "0.0499, , 0",
        "-0.04, , -0",
        "-0.05, , -0.1",
        "999.95, , '1,000'",
        "1234567.84, , '1,234,567.8'",
        "1000, #, '1,000'",
        "1000005.5, #, '1,000,006'",
        "0.005, ~, 0.01",
        "2.305, ~, 2.31",
        "2.3, ~, 2.3",
        "0.145, %, 14.5%",
        "323351241.905, ~, '323,351,241.91'",
        "12345678901.25, , '12,345,678,901.3'",
        "1e20, #, '100,000,000,000,000,000,000'"
    })
    void writesHalfUpOnTheShortestDecimalForm(double number, @Nullable String sign, String written) {
        assertThat(write(number, sign, Locale.ROOT)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"und", "en-US", "de-DE", "de-CH", "fr-FR", "en-IN", "sv-SE", "ar-EG", "hi-IN"})
    void agreesWithDecimalArithmeticInEveryLocale(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        Random random = new Random(tag.hashCode());
        for (var sign : List.of(Map.entry("#", "#,##0"), Map.entry("~", "#,##0.##"), Map.entry("", "#,##0.#"))) {
            DecimalFormat format = new DecimalFormat(sign.getValue(), DecimalFormatSymbols.getInstance(locale));
            format.setRoundingMode(RoundingMode.HALF_UP);
            for (int i = 0; i < 1_000; i++) {
                double number = number(random);
                assertThat(write(number, sign.getKey(), locale))
                        .as("%s in %s", number, tag)
                        .isEqualTo(format.format(BigDecimal.valueOf(number)));
            }
        }
    }

    /** Of any size, with few decimals as people write them or with all that a double has. */
    private static double number(Random random) {
        double size = Math.pow(10, random.nextInt(-3, 12));
        double number = (random.nextDouble() - 0.3) * size;
        int decimals = random.nextInt(5);
        return decimals == 4
                ? number
                : BigDecimal.valueOf(number)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .doubleValue();
    }

    private static String write(double number, @Nullable String sign, Locale locale) {
        StringBuilder text = new StringBuilder();
        Figure.of(sign, locale).write(number, text);
        return text.toString();
    }
}
