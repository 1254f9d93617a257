package io.plumbline.assess;

import java.time.LocalDate;
import java.util.Random;

/** An account on which every few days the same happens, with a plan that is kept. */
final class SteadyAccount {

    private SteadyAccount() {}

    /** Its dossier on a day, as JSON. */
    static String on(LocalDate today, long seed) {
        Random random = new Random(seed);
        int rhythm = 5 + random.nextInt(8);
        int people = 2 + random.nextInt(4);
        int amount = 10_000 * (1 + random.nextInt(5));
        LocalDate origin = LocalDate.parse("2022-01-01");
        StringBuilder contacts = new StringBuilder();
        for (int i = 0; i < people; i++) {
            contacts.append(i == 0 ? "" : ",")
                    .append("{'id': 'C%d', 'title': '%s', 'buyingRole': '%s', 'createdDate': '2021-05-01'}"
                            .formatted(i, i == 0 ? "CEO" : "Buyer", i == 0 ? "Decision Maker" : "Influencer"));
        }
        StringBuilder interactions = new StringBuilder();
        int count = 0;
        for (LocalDate day = origin; day.isBefore(today.plusDays(40)); day = day.plusDays(rhythm)) {
            interactions
                    .append(count == 0 ? "" : ",")
                    .append(
                            "{'kind': '%s', 'direction': 'both', 'date': '%s', 'contactIds': ['C%d'], 'userIds': ['U1']}"
                                    .formatted(count % 3 == 0 ? "meeting" : "call", day, count % people));
            count++;
        }
        StringBuilder orders = new StringBuilder();
        count = 0;
        for (LocalDate day = origin; !day.isAfter(today); day = day.plusDays(30)) {
            orders.append(count == 0 ? "" : ",")
                    .append(
                            "{'id': 'O%d', 'amount': %d, 'isClosed': true, 'isWon': true, 'createdDate': '%s', 'closeDate': '%s', 'planned': true}"
                                    .formatted(count++, amount, day.minusDays(20), day));
        }
        return """
                {'asOf': '%s', 'activityCapture': true, 'account': {'id': 'A1', 'ownerId': 'U1', 'tier': 2},
                 'contacts': [%s], 'interactions': [%s], 'opportunities': [%s],
                 'plans': [{'id': 'P1', 'state': 'active', 'ownerId': 'U1', 'periodStart': '2021-01-01', 'periodEnd': '2029-12-31',
                   'lastReviewedDate': '%s', 'lastSubstantiveChange': '%s'}]}""".formatted(today, contacts, interactions, orders, today.minusDays(20), today.minusDays(40))
                .replace("\n", "")
                .replace('\'', '"');
    }
}
