package io.plumbline.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Typical strategic accounts, made from a seed: 10 opportunities, 8 contacts, 30 interactions and a full plan of 13 sections,
 * each as one line of JSON for {@code plumbline assess}. Some are well kept and some are not.
 */
final class Portfolio {

    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");
    private static final List<String> TITLES = List.of(
            "Chief %s Officer",
            "SVP %s",
            "VP, %s",
            "Head of %s EMEA",
            "Director of %s",
            "Senior Manager %s",
            "%s Buyer",
            "Executive Assistant to the CEO, %s",
            "%s Analyst",
            "%s Controller",
            "%s Engineer",
            "Regional %s Specialist",
            "Consultant, Plant 4 %s",
            "%s");
    private static final List<String> FIELDS = List.of(
            "Procurement",
            "Supply Chain",
            "Quality",
            "Information",
            "Operations",
            "Engineering",
            "Finance",
            "Logistics",
            "Electronics",
            "Indirect Spend",
            "Research & Development",
            "Customer Care",
            "Treasury",
            "Workplace",
            "Tax");
    private static final List<String> BUYING_ROLES =
            List.of("Decision Maker", "Influencer", "Champion", "Evaluator", "Economic Buyer", "");
    private static final List<String> TEAM_ROLES = List.of(
            "Strategic Account Manager",
            "Project Manager",
            "Solution Architect",
            "Executive Sponsor",
            "Sales Engineer");
    private static final List<String> SOURCES =
            List.of("Account Plan", "Web", "Inbound", "RFP", "Customer Workshop", "");

    private final RandomGenerator random;
    private final Prose prose;
    private final JsonMapper mapper = new JsonMapper();

    Portfolio(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.prose = new Prose(random);
    }

    /** So many accounts, one JSON object each. */
    List<String> lines(int accounts) {
        return IntStream.range(0, accounts).mapToObj(this::line).toList();
    }

    private String line(int account) {
        Map<String, Object> dossier = new LinkedHashMap<>();
        dossier.put("asOf", AS_OF.toString());
        dossier.put("previous", Map.of("band", "AMBER"));
        dossier.put("account", account("001" + account));
        dossier.put("activityCapture", true);
        dossier.put("productFamiliesOffered", 6);
        dossier.put("users", several(6, i -> Map.of("id", "U" + i, "name", "Colleague " + i, "active", !rarely())));
        dossier.put("team", several(5, i -> Map.of("userId", "U" + i, "role", TEAM_ROLES.get(i))));
        dossier.put("contacts", several(8, this::contact));
        dossier.put("opportunities", several(10, this::opportunity));
        dossier.put("interactions", several(30, this::interaction));
        dossier.put("cases", several(3, this::supportCase));
        dossier.put("plans", List.of(plan()));
        dossier.put("history", several(3, i -> Map.of("date", ago(30, 150), "health", random.nextInt(40, 95))));
        return mapper.writeValueAsString(dossier);
    }

    private Map<String, Object> account(String id) {
        return Map.of(
                "id",
                id,
                "name",
                "Account " + id,
                "ownerId",
                "U0",
                "tier",
                1 + random.nextInt(3),
                "facts",
                Map.of(
                        "csat", Map.of("value", random.nextInt(50, 99), "date", ago(5, 300)),
                        "nps", Map.of("value", random.nextInt(-40, 80), "date", ago(5, 300)),
                        "shareOfWallet", Map.of("value", random.nextInt(60) / 100.0)));
    }

    private Map<String, Object> contact(int i) {
        return Map.of(
                "id",
                "C" + i,
                "name",
                "Person " + i,
                "title",
                oneOf(TITLES).formatted(oneOf(FIELDS)),
                "buyingRole",
                oneOf(BUYING_ROLES),
                "active",
                !rarely(),
                "createdDate",
                ago(10, 1500));
    }

    private Map<String, Object> opportunity(int i) {
        boolean closed = i < 5;
        Map<String, Object> opportunity = new LinkedHashMap<>();
        opportunity.put("id", "O" + i);
        opportunity.put("name", "Opportunity " + i);
        opportunity.put("type", i % 4 == 3 ? "Renewal" : "New Business");
        opportunity.put("amount", random.nextInt(10_000, 900_000));
        opportunity.put("probability", 10 * random.nextInt(1, 10));
        opportunity.put("stage", closed ? "Closed" : "Proposal");
        opportunity.put("isClosed", closed);
        opportunity.put("isWon", closed && !rarely());
        opportunity.put("createdDate", ago(100, 500));
        opportunity.put("closeDate", closed ? ago(10, 700) : ago(-300, 20));
        opportunity.put("lastActivityDate", ago(0, 90));
        opportunity.put("pushCount", random.nextInt(5));
        opportunity.put("source", oneOf(SOURCES));
        opportunity.put("marginPct", random.nextInt(10, 40) / 100.0);
        opportunity.put("families", List.of("Family " + random.nextInt(6)));
        opportunity.put("contactIds", List.of("C" + random.nextInt(8), "C" + random.nextInt(8)));
        opportunity.put("planned", random.nextBoolean());
        return opportunity;
    }

    private Map<String, Object> interaction(int i) {
        return Map.of(
                "id",
                "I" + i,
                "kind",
                oneOf(List.of("meeting", "call", "email", "email")),
                "direction",
                oneOf(List.of("in", "out", "both")),
                "date",
                i == 0 ? ago(-40, -5) : ago(0, 300),
                "contactIds",
                several(1 + random.nextInt(3), each -> "C" + random.nextInt(8)),
                "userIds",
                List.of("U" + random.nextInt(6)),
                "businessReview",
                rarely());
    }

    private Map<String, Object> supportCase(int i) {
        Map<String, Object> supportCase = new LinkedHashMap<>();
        supportCase.put("id", "K" + i);
        supportCase.put("escalated", rarely());
        supportCase.put("createdDate", ago(30, 170));
        if (i > 0) {
            supportCase.put("closedDate", ago(0, 29));
        }
        return supportCase;
    }

    private Map<String, Object> plan() {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("id", "P");
        plan.put("name", "Account plan 2026");
        plan.put("state", "active");
        plan.put("ownerId", rarely() ? "U1" : "U0");
        plan.put("periodStart", "2026-01-01");
        plan.put("periodEnd", "2026-12-31");
        plan.put("lastReviewedDate", ago(5, 100));
        plan.put("lastSubstantiveChange", ago(5, 200));
        plan.put("lastModifiedDate", ago(0, 5));
        plan.put("approvedById", "U3");
        plan.put("approvedDate", "2025-12-10");
        plan.put("targetRevenue", random.nextInt(500_000, 3_000_000));
        plan.put("sections", sections());
        plan.put("objectives", several(4, this::objective));
        plan.put("actions", several(8, this::action));
        plan.put(
                "stakeholders",
                several(5, i -> Map.of("contactId", "C" + i, "name", "Person " + i, "role", "Sponsor")));
        plan.put("valueOpportunities", several(4, this::value));
        return plan;
    }

    private Map<String, Object> sections() {
        Map<String, Object> sections = new LinkedHashMap<>();
        for (String id :
                List.of("customer_strategy", "value_proposition", "competition", "industry", "relationship_history")) {
            sections.put(id, section(40 + random.nextInt(80), 0));
        }
        for (String id : List.of("decision_makers", "value_opportunities", "action_plan", "objectives")) {
            sections.put(id, section(20 + random.nextInt(40), 0));
        }
        for (String id : List.of("projects", "competition", "team_and_sponsor", "risks", "touch_points")) {
            sections.put(id, section(30 + random.nextInt(50), 1 + random.nextInt(3)));
        }
        return sections;
    }

    private Map<String, Object> section(int words, int items) {
        return Map.of(
                "text",
                prose.paragraph(words),
                "items",
                several(
                        items,
                        i -> Map.of(
                                "name",
                                prose.plain(4),
                                "role",
                                "Sponsor",
                                "status",
                                "In progress",
                                "position",
                                rarely() ? "tbd" : prose.plain(8),
                                "mitigation",
                                prose.plain(12))),
                "similarity",
                random.nextInt(30, 85) / 100.0);
    }

    private Map<String, Object> objective(int i) {
        return Map.of(
                "id",
                "J" + i,
                "name",
                prose.plain(5),
                "measure",
                prose.plain(4),
                "target",
                rarely() ? "tbd" : prose.plain(3),
                "ownerId",
                "U" + i,
                "startDate",
                "2026-01-15",
                "dueDate",
                ago(-180, -20),
                "progress",
                random.nextInt(100) / 100.0);
    }

    private Map<String, Object> action(int i) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("id", "A" + i);
        action.put("name", prose.plain(6));
        action.put("ownerId", "U" + random.nextInt(6));
        action.put("dueDate", ago(-60, 120));
        if (random.nextBoolean()) {
            action.put("completedDate", ago(0, 60));
        }
        return action;
    }

    private Map<String, Object> value(int i) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("id", "V" + i);
        value.put("name", prose.plain(5));
        value.put("state", i == 0 ? "delivered" : "open");
        value.put("supplierValue", random.nextInt(20_000, 400_000));
        value.put("customerValue", random.nextInt(20_000, 900_000));
        value.put("deliveredValue", random.nextInt(20_000));
        value.put("dueDate", ago(-150, 30));
        value.put("confidence", random.nextInt(100) / 100.0);
        value.put("ownerId", "U0");
        if (random.nextBoolean()) {
            value.put("opportunityId", "O" + (5 + i));
        }
        return value;
    }

    private boolean rarely() {
        return random.nextInt(8) == 0;
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A day at least {@code from} and less than {@code to} days before the day of the assessment; ahead when negative. */
    private String ago(int from, int to) {
        return AS_OF.minusDays(random.nextInt(from, to)).toString();
    }

    private static <T> List<T> several(int count, IntFunction<T> each) {
        List<T> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(each.apply(i));
        }
        return all;
    }
}
