package io.plumbline.assess;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the laws do to a dossier to see what becomes of its verdict. */
final class AlteredDossier {

    private AlteredDossier() {}

    static void makeUnique(JsonNode node) {
        if (node instanceof ArrayNode array) {
            Set<String> seen = new HashSet<>();
            for (int i = array.size() - 1; i >= 0; i--) {
                JsonNode key = array.get(i).has("health")
                        ? array.get(i).get("date")
                        : array.get(i).get("id");
                if (key != null && !key.isNull() && !seen.add(key.asString())) {
                    array.remove(i);
                }
            }
        }
        node.forEach(AlteredDossier::makeUnique);
    }

    static void shuffle(JsonNode node, Random random) {
        if (node instanceof ArrayNode array) {
            List<JsonNode> elements = new ArrayList<>();
            array.forEach(elements::add);
            Collections.shuffle(elements, random);
            array.removeAll();
            array.addAll(elements);
        }
        node.forEach(child -> shuffle(child, random));
    }

    /**
     * Revenue is not among them: without the figures of the ERP the model takes those of the CRM, which may know more, and that
     * is intended (model section 1, revenue).
     */
    static List<ObjectNode> eachWithOneFactLess(ObjectNode dossier) {
        List<ObjectNode> hidden = new ArrayList<>();
        for (String key :
                List.of("users", "team", "cases", "productFamiliesOffered", "activityCapture", "interactions")) {
            ObjectNode copy = dossier.deepCopy();
            copy.putNull(key);
            hidden.add(copy);
        }
        ObjectNode unsatisfied = dossier.deepCopy();
        ((ObjectNode) unsatisfied.get("account").get("facts")).remove("csat");
        hidden.add(unsatisfied);
        for (String array : List.of("contacts", "opportunities")) {
            for (int i = 0; i < dossier.get(array).size(); i++) {
                for (String key : List.of("title", "buyingRole", "marginPct", "source")) {
                    ObjectNode copy = dossier.deepCopy();
                    ((ObjectNode) copy.get(array).get(i)).putNull(key);
                    hidden.add(copy);
                }
            }
        }
        return hidden;
    }

    static void fillALittle(ObjectNode sections, Random random) {
        if (random.nextBoolean()) {
            ObjectNode section = sections.withObject(
                    RandomDossier.pick(random, "customer_strategy", "competition", "industry", "value_proposition"));
            section.put(
                    "text", section.path("text").asString("") + " They build a plant".repeat(1 + random.nextInt(3)));
        } else {
            sections.withObject(RandomDossier.pick(random, "projects", "risks", "touch_points", "team_and_sponsor"))
                    .withArray("items")
                    .addObject()
                    .put("name", "Entry")
                    .put("status", "open")
                    .put("role", "lead")
                    .put("mitigation", "price clause");
        }
    }
}
