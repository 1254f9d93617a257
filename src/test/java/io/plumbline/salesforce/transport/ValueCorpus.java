package io.plumbline.salesforce.transport;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Values that have been changed on their way by one program or another; the same ones in every run. */
final class ValueCorpus {

    private static final long SEED = 20260630;

    /** Each is awkward for a table, for XML, for JSON, for a database, or looks like something else than text. */
    private static final List<String> AWKWARD = List.of(
            "007",
            "1e5",
            "true",
            "null",
            "NULL",
            "#N/A",
            "-",
            "0",
            "NaN",
            "1,5",
            "=1+1",
            "+49 30",
            "@here",
            "2024-03-31",
            "a,b",
            "a;b",
            "a\tb",
            "\"",
            "\"\"",
            "\"quoted\"",
            "it's",
            "back\\slash",
            "\\n",
            "a\nb",
            "a\r\nb",
            "a\rb",
            "\n\n",
            "a\n\rb",
            "<b>&amp;</b>",
            "]]>",
            "<![CDATA[x]]>",
            "<!-- x -->",
            "&#13;",
            "%0A",
            "{\"a\":1}",
            "${jndi}",
            "{0}",
            "' OR '1'='1",
            "--",
            "/*",
            "a\u00A0b",
            "a\u2028b",
            "a\u2029b",
            "a\u0085b",
            "\u00e9\u00df\u00f8\u0141",
            "e\u0301",
            "\u4e2d\u6587",
            "\u05e2\u05d1\u05e8\u05d9\u05ea",
            "\u0627\u0644\u0639\u0631\u0628\u064a\u0629",
            "\u202Eabc",
            "\u200Bzero",
            "\uFEFFmark",
            "\uD83D\uDE00",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "\uD835\uDD38",
            "\uFDFD",
            "\u1E9E",
            "\u0130i\u0131I",
            "sf__Id",
            "Id,Name",
            "0011000000AbCdEAAX",
            "0011000000abcdeaax",
            ",",
            ",,,",
            "\"\n\"",
            "\"\r\n,\"");

    /** What no document may hold; it is made storable before it is sent. */
    private static final List<String> FORBIDDEN = List.of(
            "a\u0000b",
            "a\u000Bb",
            "a\u000Cb",
            "a\u001Bb",
            "a\u007Fb",
            "a\uFFFEb",
            "a\uFFFFb",
            "a\uD83Db",
            "a\uDE00b",
            "\u0001");

    private ValueCorpus() {}

    /** Texts as they can stand in an org. */
    static List<String> texts(int number) {
        return mixed(AWKWARD, number);
    }

    /** Texts as a program may come by them, many with characters that no document may hold. */
    static List<String> rawTexts(int number) {
        return mixed(Stream.concat(AWKWARD.stream(), FORBIDDEN.stream()).toList(), number);
    }

    private static List<String> mixed(List<String> parts, int number) {
        Random random = new Random(SEED);
        List<String> texts = new ArrayList<>(parts);
        while (texts.size() < number) {
            StringBuilder text = new StringBuilder("x");
            random.ints(1 + random.nextInt(6), 0, parts.size()).forEach(part -> text.append(parts.get(part)));
            texts.add(text.append('x').toString());
        }
        return texts.subList(0, number);
    }

    /** Amounts with at most 15 digits, two of them behind the point: as many as an org itself keeps exactly. */
    static List<BigDecimal> numbers(int number) {
        Random random = new Random(SEED);
        List<BigDecimal> numbers = new ArrayList<>(Stream.of(
                        "0",
                        "0.01",
                        "-0.01",
                        "0.1",
                        "0.3",
                        "1E+5",
                        "100",
                        "9999999999999.99",
                        "-9999999999999.99",
                        "2.50",
                        "99213206",
                        "70368744177.66",
                        "0.07")
                .map(BigDecimal::new)
                .toList());
        while (numbers.size() < number) {
            numbers.add(new BigDecimal(new BigInteger(1 + random.nextInt(46), random), 2)
                    .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1)));
        }
        return numbers;
    }

    /** Days around which clocks are changed somewhere, leap days, ends of years, and far ones. */
    static List<LocalDate> days(int number) {
        Random random = new Random(SEED);
        List<LocalDate> days = new ArrayList<>(Stream.of(
                        "2024-03-30",
                        "2024-03-31",
                        "2024-04-01",
                        "2024-10-27",
                        "2024-10-28",
                        "2024-03-10",
                        "2024-11-03",
                        "2024-04-07",
                        "2024-09-29",
                        "2024-02-29",
                        "2023-12-31",
                        "2024-01-01",
                        "1970-01-01",
                        "1969-12-31",
                        "1900-03-01",
                        "2038-01-19",
                        "2100-02-28",
                        "1999-12-31",
                        "2011-12-30",
                        "2018-11-04")
                .map(LocalDate::parse)
                .toList());
        while (days.size() < number) {
            days.add(LocalDate.of(1950, 1, 1).plusDays(random.nextInt(60_000)));
        }
        return days;
    }
}
