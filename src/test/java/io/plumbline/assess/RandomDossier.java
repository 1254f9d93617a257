package io.plumbline.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Dossiers as poor as real ones: absent arrays, ids that lead nowhere, odd words, dates in the future. */
final class RandomDossier {

    static final LocalDate TODAY = LocalDate.parse("2026-06-30");

    private RandomDossier() {}

    /** One line of JSON. */
    static String json(Random random) {
        String json =
                "{'asOf': '%s', 'account': {'id': 'A1', 'ownerId': %s, 'tier': %s, 'facts': {'csat': {'value': %s, 'date': %s},"
                                .formatted(
                                        TODAY,
                                        id(random, "U"),
                                        pick(random, "1", "2", "3", "null", "0"),
                                        number(random, 100),
                                        date(random))
                        + "'revenue365': {'value': %s}, 'revenuePrior365': {'value': %s}}},"
                                .formatted(number(random, 1000), number(random, 1000))
                        + "'activityCapture': %s, 'productFamiliesOffered': %s,"
                                .formatted(random.nextInt(5) > 0, number(random, 5))
                        + array(random, "users", "{'id': %s, 'active': %s}", () ->
                                new Object[] {id(random, "U"), random.nextBoolean()})
                        + array(random, "team", "{'userId': %s, 'role': '%s'}", () -> new Object[] {
                            id(random, "U"), pick(random, "Executive Sponsor", " innovator", "Guest", "")
                        })
                        + array(
                                random,
                                "contacts",
                                "{'id': %s, 'title': '%s', 'buyingRole': '%s', 'active': %s, 'inactiveSince': %s, 'createdDate': %s}",
                                () -> new Object[] {
                                    id(random, "C"),
                                    pick(random, "CEO", "Buyer", "", "n/a", "社長"),
                                    pick(random, "Champion", "Decision Maker", "", "tbd"),
                                    random.nextInt(4) > 0,
                                    date(random),
                                    date(random)
                                })
                        + array(
                                random,
                                "opportunities",
                                "{'id': %s, 'type': '%s', 'amount': %s, 'probability': %s, 'isClosed': %s, 'isWon': %s, 'createdDate': %s, 'closeDate': %s, 'lastActivityDate': %s, 'pushCount': %s, 'source': '%s', 'marginPct': %s, 'families': ['%s'], 'contactIds': [%s]}",
                                () -> new Object[] {
                                    id(random, "O"), pick(random, "Renewal", "New"), number(random, 1000),
                                            number(random, 150), random.nextBoolean(), random.nextBoolean(),
                                    date(random), date(random), date(random), number(random, 5),
                                            pick(random, "Web", "Account Plan", ""), number(random, 1),
                                    pick(random, "A", "B", "tbd"), id(random, "C")
                                })
                        + array(
                                random,
                                "interactions",
                                "{'kind': '%s', 'direction': '%s', 'date': %s, 'contactIds': [%s], 'userIds': [%s], 'businessReview': %s}",
                                () -> new Object[] {
                                    pick(random, "meeting", "call", "email", "fax"),
                                    pick(random, "in", "out", "both", "?"),
                                    date(random),
                                    id(random, "C"),
                                    id(random, "U"),
                                    random.nextBoolean()
                                })
                        + array(
                                random,
                                "cases",
                                "{'id': %s, 'escalated': %s, 'createdDate': %s, 'closedDate': %s}",
                                () -> new Object[] {id(random, "S"), random.nextBoolean(), date(random), date(random)})
                        + array(random, "history", "{'date': %s, 'health': %s}", () ->
                                new Object[] {date(random), number(random, 100)})
                        + "'plans': [{'id': 'P1', 'state': '%s', 'ownerId': %s, 'periodStart': %s, 'periodEnd': %s, 'lastReviewedDate': %s, 'targetRevenue': %s, 'approvedById': %s, 'approvedDate': %s,"
                                .formatted(
                                        pick(random, "active", "active", "draft", "gone"),
                                        id(random, "U"),
                                        date(random),
                                        date(random),
                                        date(random),
                                        number(random, 1000),
                                        id(random, "U"),
                                        date(random))
                        + array(
                                random,
                                "actions",
                                "{'id': %s, 'name': 'Do', 'ownerId': %s, 'dueDate': %s, 'completedDate': %s}",
                                () -> new Object[] {id(random, "X"), id(random, "U"), date(random), date(random)})
                        + array(
                                random,
                                "objectives",
                                "{'id': %s, 'measure': 'm', 'target': 1, 'ownerId': %s, 'startDate': %s, 'dueDate': %s, 'progress': %s}",
                                () -> new Object[] {
                                    id(random, "X"), id(random, "U"), date(random), date(random), number(random, 2)
                                })
                        + array(random, "stakeholders", "{'contactId': %s, 'name': 'n', 'role': '%s'}", () ->
                                new Object[] {id(random, "C"), pick(random, "r", "")})
                        + array(
                                random,
                                "valueOpportunities",
                                "{'id': %s, 'state': '%s', 'supplierValue': %s, 'customerValue': %s, 'deliveredValue': %s, 'dueDate': %s, 'confidence': %s, 'opportunityId': %s, 'ownerId': %s}",
                                () -> new Object[] {
                                    id(random, "V"),
                                    pick(random, "open", "open", "delivered", "dropped", "?"),
                                    number(random, 1000),
                                    number(random, 1000),
                                    number(random, 1000),
                                    date(random),
                                    number(random, 2),
                                    id(random, "O"),
                                    id(random, "U")
                                })
                        + "'sections': {'risks': {'text': '<b>tbd', 'items': [{}], 'similarity': " + number(random, 1)
                        + "}}}]}";
        return json.replace('\'', '"');
    }

    private static String array(Random random, String name, String pattern, Supplier<Object[]> values) {
        if (random.nextInt(6) == 0) {
            return "'" + name + "': null, ";
        }
        List<String> elements = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            elements.add(pattern.formatted(values.get()));
        }
        return "'" + name + "': [" + String.join(", ", elements) + "], ";
    }

    private static String id(Random random, String prefix) {
        return random.nextInt(8) == 0 ? "null" : "'" + prefix + random.nextInt(6) + "'";
    }

    private static String date(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> "null";
            case 1 -> "'soon'";
            default -> "'" + TODAY.plusDays(random.nextInt(900) - 700) + "'";
        };
    }

    private static String number(Random random, int to) {
        return switch (random.nextInt(10)) {
            case 0 -> "null";
            case 1 -> "0";
            case 2 -> "-" + random.nextInt(to + 1);
            case 3 -> "true";
            default -> Double.toString(random.nextDouble() * to);
        };
    }

    @SafeVarargs
    static <T> T pick(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
