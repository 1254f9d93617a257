package io.plumbline.bench;

import java.util.List;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;

/** Texts as they stand in plans: plain ones, and in every third section rich text with its tags and entities. */
record Prose(RandomGenerator random) {

    private static final List<String> WORDS = List.of(
            ("the customer wants to consolidate its suppliers and cut lead times by a third before winter while our share of"
                            + " spend grows with the new plant in Graz; procurement asks for one contract, one price list and a"
                            + " named contact per region. Risk: 2 of 5 sponsors move on in Q3, so we meet the board early. We"
                            + " deliver value-based pricing, joint forecasts and quarterly reviews (EMEA, APAC) at 98% on-time")
                    .split(" "));

    /** Plain words. */
    String plain(int words) {
        StringJoiner text = new StringJoiner(" ");
        for (int i = 0; i < words; i++) {
            text.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }

    /** What somebody typed into a text field, plain or rich. */
    String paragraph(int words) {
        if (random.nextInt(3) > 0) {
            return plain(words);
        }
        return "<p>" + plain(words / 2) + "</p><ul><li><b>" + plain(words / 4) + "</b> &amp; more</li><li>"
                + plain(words / 4) + "&nbsp;</li></ul>";
    }
}
