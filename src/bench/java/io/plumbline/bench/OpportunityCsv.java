package io.plumbline.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Made-up opportunities as Bulk API 2.0 writes them: 14 columns, about 350 bytes a row, every cell in quotes. */
final class OpportunityCsv {

    static final List<String> COLUMNS = List.of(
            "Id",
            "Name",
            "AccountId",
            "OwnerId",
            "StageName",
            "Type",
            "LeadSource",
            "Amount",
            "Probability",
            "CloseDate",
            "CreatedDate",
            "SystemModstamp",
            "NextStep",
            "Description");

    private static final List<String> STAGES =
            List.of("Prospecting", "Qualification", "Proposal", "Closed Won", "Closed Lost");
    private static final List<String> TYPES = List.of("New", "Renewal", "Upsell");
    private static final List<String> SOURCES = List.of("Web", "Referral", "Partner", "Event", "");
    private static final List<String> WORDS = List.of(
            "call",
            "\"final\"",
            "price",
            "M\u00fcller",
            "contract",
            "next,",
            "week",
            "A & B",
            "<draft>",
            "board",
            "pilot",
            "line\nbreak",
            "scope",
            "budget",
            "\u20ac");

    private OpportunityCsv() {}

    /** One page of so many rows, in gzip; the same for the same number. */
    static byte[] page(int rows, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(rows * 360);
        text.append('"').append(String.join("\",\"", COLUMNS)).append("\"\n");
        for (int i = 0; i < rows; i++) {
            row(text, random, i);
        }
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(small)) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return small.toByteArray();
    }

    private static void row(StringBuilder text, Random random, int number) {
        String day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1000)).toString();
        String moment = "T%02d:%02d:%02d.000Z".formatted(random.nextInt(24), random.nextInt(60), random.nextInt(60));
        cell(text, id("006", number), ',');
        cell(text, "Opportunity " + number + " " + pick(WORDS, random), ',');
        cell(text, id("001", random.nextInt(100_000)), ',');
        cell(text, id("005", random.nextInt(200)), ',');
        cell(text, pick(STAGES, random), ',');
        cell(text, pick(TYPES, random), ',');
        cell(text, pick(SOURCES, random), ',');
        cell(text, random.nextInt(10_000_000) / 100 + "." + random.nextInt(10) + random.nextInt(10), ',');
        cell(text, Integer.toString(random.nextInt(11) * 10), ',');
        cell(text, day, ',');
        cell(text, day + moment, ',');
        cell(text, day + moment, ',');
        cell(text, prose(random, 10), ',');
        cell(text, prose(random, 30), '\n');
    }

    private static void cell(StringBuilder text, String value, char end) {
        text.append('"').append(value.replace("\"", "\"\"")).append('"').append(end);
    }

    private static String prose(Random random, int mostWords) {
        StringBuilder prose = new StringBuilder();
        for (int i = random.nextInt(mostWords); i > 0; i--) {
            prose.append(pick(WORDS, random)).append(' ');
        }
        return prose.toString();
    }

    private static String pick(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    /** Digits alone have the checksum AAA; the three letters of the prefix are digits here, too. */
    private static String id(String prefix, int number) {
        return prefix + "%012d".formatted(number) + "AAA";
    }
}
