package io.plumbline.testing;

import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.sandbox.record.MergeInput;
import io.plumbline.sandbox.record.MergeResult;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.SaveResult;
import io.plumbline.sandbox.record.VirtualClock;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.schema.SchemaReader;
import io.plumbline.sandbox.setup.OrgSettings;
import io.plumbline.sandbox.soql.ResultRow;
import io.plumbline.sandbox.soql.Soql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A running org of three accounts, small enough to be synced in a moment, and what people do in it between two syncs:
 * Acme has a plan that nobody reviewed for long and customers whom somebody meets, Brook has no plan, Cedar nothing yet.
 */
public final class SmallOrg implements AutoCloseable {

    public static final Instant MORNING = Instant.parse("2026-06-30T06:00:00Z");
    public static final LocalDate TODAY = LocalDate.parse("2026-06-30");

    private static final SchemaReader.Deployed DEPLOYED = SchemaReader.read(Path.of("salesforce-metadata"), false);

    public final Sandbox sandbox;
    public final String sam;
    public final String mary;
    public final String acme;
    public final String brook;
    public final String cedar;
    public final String champion;
    public final String buyer;
    public final String deal;
    public final String support;
    public final String plan;
    public final String strategy;

    private final Org org;

    public SmallOrg() {
        org = new Org(
                OrgSettings.plain(),
                DEPLOYED.schema(),
                DEPLOYED.permissionSets().get("Plumbline_Integration"),
                VirtualClock.standing(MORNING.minus(Duration.ofHours(1))));
        mary = user("Mary", null);
        sam = user("Sam", mary);
        acme = account("Acme", sam);
        brook = account("Brook", sam);
        cedar = account("Cedar", mary);
        // Somebody keeps teams here, so that a team that lacks a role is seen to lack it.
        create("AccountTeamMember", "AccountId", cedar, "UserId", mary, "TeamMemberRole", "Observer");
        champion = contact(acme, "Champion", "Head of Logistics", "Champion");
        buyer = contact(acme, "Buyer", "Chief Executive Officer", "Decision Maker");
        contact(brook, "Other", "Purchasing Manager", null);
        opportunity(acme, "Acme last year", "Closed Won", 80_000, TODAY.minusDays(200));
        deal = opportunity(acme, "Acme next", "Negotiation/Review", 60_000, TODAY.plusDays(20));
        meeting(acme, champion, TODAY.minusDays(20));
        meeting(acme, buyer, TODAY.minusDays(45));
        meeting(brook, null, TODAY.minusDays(100));
        support =
                create("Case", "AccountId", acme, "Subject", "Late deliveries", "IsEscalated", false, "Status", "New");
        plan = create(
                "Plumbline_Plan__c",
                "Name",
                "Acme 2026",
                "Account__c",
                acme,
                "OwnerId",
                sam,
                "State__c",
                "Active",
                "Period_Start__c",
                TODAY.minusDays(180),
                "Period_End__c",
                TODAY.plusDays(185),
                "Last_Reviewed__c",
                TODAY.minusDays(150),
                "Target_Revenue__c",
                100_000);
        strategy = section("customer_strategy", words("growth", 70));
        create("Plumbline_Action__c", "Name", "Visit the board", "Plan__c", plan, "Due__c", TODAY.minusDays(30));
        create("Plumbline_Stakeholder__c", "Name", "Champion", "Plan__c", plan, "Contact__c", champion);
        org.clock().set(MORNING);
        try {
            sandbox = Sandbox.start(org, SandboxOptions.defaults());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** So many words, so that a text is long enough for its section. */
    public static String words(String about, int number) {
        return IntStream.range(0, number).mapToObj(i -> about + i).collect(Collectors.joining(" "));
    }

    public String user(String name, @Nullable String manager) {
        return create(
                "User",
                "LastName",
                name,
                "Username",
                name.toLowerCase(java.util.Locale.ROOT) + "@small.example",
                "Email",
                name.toLowerCase(java.util.Locale.ROOT) + "@small.example",
                "Alias",
                name,
                "TimeZoneSidKey",
                "UTC",
                "LocaleSidKey",
                "en_US",
                "LanguageLocaleKey",
                "en_US",
                "EmailEncodingKey",
                "UTF-8",
                "IsActive",
                true,
                "ManagerId",
                manager);
    }

    public String account(String name, String owner) {
        return create("Account", "Name", name, "OwnerId", owner, "Plumbline_Tier__c", "2");
    }

    public String contact(String account, String name, String title, @Nullable String role) {
        return create(
                "Contact", "AccountId", account, "LastName", name, "Title", title, "Plumbline_Buying_Role__c", role);
    }

    public String opportunity(String account, String name, String stage, int amount, LocalDate closes) {
        return create(
                "Opportunity",
                "AccountId",
                account,
                "Name",
                name,
                "StageName",
                stage,
                "Amount",
                amount,
                "CloseDate",
                closes);
    }

    public String meeting(String account, @Nullable String with, LocalDate day) {
        return create(
                "Event",
                "WhatId",
                account,
                "WhoId",
                with,
                "OwnerId",
                sam,
                "Subject",
                "Meeting",
                "ActivityDateTime",
                day + "T09:00:00Z",
                "StartDateTime",
                day + "T09:00:00Z",
                "DurationInMinutes",
                60);
    }

    /** A plan that began yesterday and was reviewed today. */
    public String freshPlan(String account) {
        return create(
                "Plumbline_Plan__c",
                "Name",
                "Fresh 2026",
                "Account__c",
                account,
                "OwnerId",
                sam,
                "State__c",
                "Active",
                "Period_Start__c",
                TODAY.minusDays(1),
                "Period_End__c",
                TODAY.plusDays(364),
                "Last_Reviewed__c",
                TODAY);
    }

    public String section(String id, String text) {
        return create("Plumbline_Section__c", "Name", id, "Plan__c", plan, "Section__c", id, "Text__c", text);
    }

    /** Creates a record as an administrator; fields as name, value, name, value. */
    public String create(String object, @Nullable Object... fields) {
        return done(org.create(org.administrator(), List.of(RecordInput.of(object, fields(fields))), false));
    }

    public void update(String object, String id, @Nullable Object... fields) {
        done(org.update(org.administrator(), List.of(RecordInput.of(object, id, fields(fields))), false));
    }

    public void delete(String id) {
        done(org.delete(org.administrator(), List.of(id), false));
    }

    public void undelete(String id) {
        done(org.undelete(org.administrator(), List.of(id), false));
    }

    /** Lets an account take over from another one, as an administrator. */
    public void merge(String survivor, String loser) {
        List<MergeResult> results = org.merge(
                org.administrator(),
                List.of(new MergeInput(RecordInput.of("Account", survivor, Map.of()), List.of(loser))));
        if (!results.getFirst().success()) {
            throw new AssertionError(results.toString());
        }
    }

    public void goOn(Duration by) {
        sandbox.clock().advance(by);
    }

    /** What an administrator finds. */
    public List<ResultRow> rows(String soql) {
        return new Soql(org).query(org.administrator(), soql).rows();
    }

    /** One value of one record. */
    public @Nullable Object value(String object, String id, String field) {
        return rows("SELECT " + field + " FROM " + object + " WHERE Id = '" + id + "'")
                .getFirst()
                .get(field);
    }

    public String text(String object, String id, String field) {
        return String.valueOf(value(object, id, field));
    }

    /** The tasks of ours that are not deleted, by key. */
    public Map<String, ResultRow> tasks() {
        Map<String, ResultRow> tasks = new LinkedHashMap<>();
        rows("SELECT Id, Plumbline_Key__c, Status, IsClosed, Subject, Description, OwnerId, ActivityDate, Priority, WhatId"
                        + " FROM Task WHERE Plumbline_Key__c != null ORDER BY Plumbline_Key__c")
                .forEach(task -> tasks.put(String.valueOf(task.get("Plumbline_Key__c")), task));
        return tasks;
    }

    /** The Id of the open task of an account and theme. */
    public String openTask(String account, String theme) {
        return tasks().entrySet().stream()
                .filter(task -> task.getKey().contains(account + "-" + theme))
                .filter(task -> !Boolean.TRUE.equals(task.getValue().get("IsClosed")))
                .map(task -> String.valueOf(task.getValue().get("Id")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no open task of " + theme + " among " + tasks().keySet()));
    }

    /** Everything of ours in the org, in comparable words: fields of accounts, and tasks by key; no Ids of tasks. */
    public List<String> verdicts() {
        List<String> all = new ArrayList<>();
        List<String> fields = org.schema().object("Account").orElseThrow().fields().stream()
                .map(field -> field.name())
                .filter(name -> name.startsWith("Plumbline_"))
                .toList();
        rows("SELECT Name, " + String.join(", ", fields) + " FROM Account ORDER BY Name")
                .forEach(account -> fields.forEach(
                        field -> all.add(account.get("Name") + "." + field + " = " + account.get(field))));
        tasks().forEach((key, task) -> List.of(
                        "Status", "Subject", "Description", "OwnerId", "ActivityDate", "Priority", "WhatId")
                .forEach(field -> all.add(key + "." + field + " = " + task.get(field))));
        return all;
    }

    @Override
    public void close() {
        sandbox.close();
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object... pairs) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null || pairs.length == 2) {
                fields.put(String.valueOf(pairs[i]), pairs[i + 1]);
            }
        }
        return fields;
    }

    private static String done(List<SaveResult> results) {
        SaveResult result = results.getFirst();
        if (!result.success()) {
            throw new AssertionError(result.errors().toString());
        }
        return result.recordId().orElse("");
    }
}
