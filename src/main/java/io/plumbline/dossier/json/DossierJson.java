package io.plumbline.dossier.json;

import io.plumbline.dossier.Account;
import io.plumbline.dossier.Contact;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.Fact;
import io.plumbline.dossier.HealthOnDate;
import io.plumbline.dossier.Interaction;
import io.plumbline.dossier.ModelWord;
import io.plumbline.dossier.Objective;
import io.plumbline.dossier.Opportunity;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.PlanAction;
import io.plumbline.dossier.PlanSection;
import io.plumbline.dossier.Stakeholder;
import io.plumbline.dossier.SupportCase;
import io.plumbline.dossier.TeamMember;
import io.plumbline.dossier.User;
import io.plumbline.dossier.ValueOpportunity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a dossier from its JSON form (model section 1), as {@code plumbline assess} takes it one object a line.
 *
 * <p>Lenient about content, strict about form: what cannot be read as what it should be is absent, unknown keys are
 * ignored, but text that is not JSON, or an object without {@code asOf} or {@code account.id}, is refused. Safe for use
 * by several threads.
 */
public final class DossierJson {

    private final JsonMapper mapper = new JsonMapper(JsonFactory.builder()
            .enable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .build());

    /** @throws MalformedDossierException when the text is not JSON, or lacks its day or its account */
    public DossierLine read(String json) {
        JsonObject line = parse(json);
        JsonObject previous = line.object("previous");
        return new DossierLine(dossier(line), previous == null ? null : previous.text("band"));
    }

    private JsonObject parse(String json) {
        try (JsonParser parser = mapper.createParser(json)) {
            JsonObject line = JsonLine.read(parser);
            if (line == null) {
                throw new MalformedDossierException("A dossier is one JSON object on one line, but this line is not");
            }
            return line;
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : ", near column " + e.getLocation().getColumnNr();
            throw new MalformedDossierException("Not JSON" + where + ": " + e.getOriginalMessage(), e);
        }
    }

    private static Dossier dossier(JsonObject line) {
        JsonObject account = line.object("account");
        String accountId = account == null ? null : account.id("id");
        if (account == null || accountId == null) {
            throw new MalformedDossierException("The dossier names no account: 'account' needs an 'id'");
        }
        var asOf = line.date("asOf");
        if (asOf == null) {
            throw new MalformedDossierException(
                    "The dossier of account " + accountId + " has no day: 'asOf' is to be a date such as 2026-06-30");
        }
        return new Dossier(
                asOf,
                account(accountId, account),
                line.isTrue("activityCapture"),
                line.number("productFamiliesOffered"),
                new HashSet<>(line.texts("notMeasured")),
                line.known("users", DossierJson::user),
                line.known("team", member -> new TeamMember(member.id("userId"), member.text("role"))),
                line.list("contacts", DossierJson::contact),
                line.list("opportunities", DossierJson::opportunity),
                line.list("interactions", DossierJson::interaction),
                line.known("cases", DossierJson::supportCase),
                line.list("plans", DossierJson::plan),
                line.list("history", DossierJson::health));
    }

    private static Account account(String id, JsonObject account) {
        Map<String, Fact> facts = new HashMap<>();
        JsonObject given = account.object("facts");
        if (given != null) {
            given.eachObject((name, fact) -> facts.put(name, new Fact(fact.number("value"), fact.date("date"))));
        }
        return new Account(id, account.text("name"), account.id("ownerId"), account.integer("tier"), facts);
    }

    private static User user(JsonObject user) {
        return new User(user.id("id"), user.text("name"), !user.isFalse("active"), user.id("managerId"));
    }

    private static Contact contact(JsonObject contact) {
        return new Contact(
                contact.id("id"),
                contact.text("name"),
                contact.text("title"),
                contact.text("level"),
                contact.text("buyingRole"),
                !contact.isFalse("active"),
                contact.date("inactiveSince"),
                contact.date("createdDate"));
    }

    private static Opportunity opportunity(JsonObject opportunity) {
        return new Opportunity(
                opportunity.id("id"),
                opportunity.text("name"),
                opportunity.text("type"),
                opportunity.number("amount"),
                opportunity.number("probability"),
                opportunity.text("stage"),
                opportunity.isTrue("isClosed"),
                opportunity.isTrue("isWon"),
                opportunity.date("createdDate"),
                opportunity.date("closeDate"),
                opportunity.date("lastActivityDate"),
                opportunity.number("pushCount"),
                opportunity.text("source"),
                opportunity.number("marginPct"),
                opportunity.texts("families"),
                opportunity.ids("contactIds"),
                opportunity.bool("planned"));
    }

    private static Interaction interaction(JsonObject interaction) {
        Interaction.@Nullable Kind kind = ModelWord.read(Interaction.Kind.class, interaction.text("kind"));
        return new Interaction(
                interaction.id("id"),
                kind == null ? Interaction.Kind.OTHER : kind,
                ModelWord.read(Interaction.Direction.class, interaction.text("direction")),
                interaction.date("date"),
                interaction.ids("contactIds"),
                interaction.ids("userIds"),
                interaction.isTrue("businessReview"));
    }

    private static SupportCase supportCase(JsonObject supportCase) {
        return new SupportCase(
                supportCase.id("id"),
                supportCase.isTrue("escalated"),
                supportCase.date("createdDate"),
                supportCase.date("closedDate"));
    }

    private static Plan plan(JsonObject plan) {
        Map<String, PlanSection> sections = new LinkedHashMap<>();
        JsonObject given = plan.object("sections");
        if (given != null) {
            given.eachObject((id, section) -> sections.put(
                    id,
                    new PlanSection(
                            section.text("text"),
                            section.list("items", JsonObject::item),
                            section.number("similarity"))));
        }
        return new Plan(
                plan.id("id"),
                plan.text("name"),
                ModelWord.read(Plan.State.class, plan.text("state")),
                plan.id("ownerId"),
                plan.date("periodStart"),
                plan.date("periodEnd"),
                plan.date("lastReviewedDate"),
                plan.date("lastSubstantiveChange"),
                plan.date("lastModifiedDate"),
                plan.text("approvedById"),
                plan.date("approvedDate"),
                plan.number("targetRevenue"),
                sections,
                plan.known("objectives", objective -> Objective.of(objective.item())),
                plan.known("actions", action -> PlanAction.of(action.item())),
                plan.known("stakeholders", stakeholder -> Stakeholder.of(stakeholder.item())),
                plan.known("valueOpportunities", value -> ValueOpportunity.of(value.item())));
    }

    private static @Nullable HealthOnDate health(JsonObject entry) {
        var date = entry.date("date");
        Double health = entry.number("health");
        return date == null || health == null ? null : new HealthOnDate(date, health);
    }
}
