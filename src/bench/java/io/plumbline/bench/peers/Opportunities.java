package io.plumbline.bench.peers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up opportunities of 14 columns, about 350 bytes each: the same one for the same number. */
final class Opportunities {

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

    /** The type of each column by its name in a description of the Partner API. */
    static final List<String> TYPES = List.of(
            "id",
            "string",
            "reference",
            "reference",
            "picklist",
            "picklist",
            "picklist",
            "currency",
            "percent",
            "date",
            "datetime",
            "datetime",
            "string",
            "textarea");

    static final String QUERY = "SELECT " + String.join(", ", COLUMNS) + " FROM Opportunity";

    private static final List<String> STAGES =
            List.of("Prospecting", "Qualification", "Proposal", "Closed Won", "Closed Lost");
    private static final List<String> KINDS = List.of("New", "Renewal", "Upsell");
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

    private Opportunities() {}

    /** The cells of one row, in the order of the columns; an empty one holds nothing. */
    static List<String> row(int number) {
        Random random = new Random(number * 2_654_435_761L);
        String day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1000)).toString();
        String moment = day + "T" + two(random.nextInt(24)) + ":" + two(random.nextInt(60)) + ":"
                + two(random.nextInt(60)) + ".000Z";
        List<String> cells = new ArrayList<>(COLUMNS.size());
        cells.add(id("006", number));
        cells.add("Opportunity " + number + " " + pick(WORDS, random));
        cells.add(id("001", random.nextInt(100_000)));
        cells.add(id("005", random.nextInt(200)));
        cells.add(pick(STAGES, random));
        cells.add(pick(KINDS, random));
        cells.add(pick(SOURCES, random));
        cells.add(random.nextInt(100_000) + "." + random.nextInt(10) + random.nextInt(10));
        cells.add(Integer.toString(random.nextInt(11) * 10));
        cells.add(day);
        cells.add(moment);
        cells.add(moment);
        cells.add(prose(random, 10));
        cells.add(prose(random, 30));
        return cells;
    }

    /** Digits alone have the checksum AAA; the three letters of the prefix are digits here, too. */
    static String id(String prefix, int number) {
        String digits = Integer.toString(number);
        return prefix + "0".repeat(12 - digits.length()) + digits + "AAA";
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static String prose(Random random, int mostWords) {
        StringBuilder prose = new StringBuilder();
        for (int i = random.nextInt(mostWords); i > 0; i--) {
            prose.append(prose.isEmpty() ? "" : " ").append(pick(WORDS, random));
        }
        return prose.toString();
    }

    private static String pick(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
