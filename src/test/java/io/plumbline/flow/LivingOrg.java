package io.plumbline.flow;

import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.sandbox.SeededOrg;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.SaveResult;
import io.plumbline.sandbox.record.VirtualClock;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.seed.DemoSeed;
import io.plumbline.sandbox.soql.ResultRow;
import io.plumbline.sandbox.soql.Soql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The demo org in which life goes on: on working days people meet customers, move deals, do what tasks ask for or only
 * say so, put them off, review plans; now and then a contact leaves, and once an account manager.
 */
final class LivingOrg implements AutoCloseable {

    static final LocalDate START = LocalDate.parse("2026-06-30");
    private static final int MANAGER_LEAVES = 120;
    private static final int ACCOUNTS_ARE_HANDED_OVER = 140;

    final Sandbox sandbox;
    private final Org org;
    private final Random dice;
    private LocalDate today = START;
    private @Nullable String leaver;

    LivingOrg(long seed) {
        dice = new Random(seed);
        org = SeededOrg.of(new DemoSeed(), VirtualClock.standing(at(START))).org();
        try {
            sandbox = Sandbox.start(org, SandboxOptions.defaults());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    LocalDate today() {
        return today;
    }

    /** Whether the day before this morning was one of a weekend. */
    boolean nobodyWorked() {
        return isWeekend(today.minusDays(1));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The next morning, after what people did on the day before. */
    void nextDay(int number) {
        if (!isWeekend(today)) {
            work();
        }
        if (number == MANAGER_LEAVES) {
            leaver = ids("SELECT OwnerId FROM Account LIMIT 1", "OwnerId").getFirst();
            update("User", leaver, "IsActive", false);
        }
        if (number == ACCOUNTS_ARE_HANDED_OVER && leaver != null) {
            String heir = ids("SELECT OwnerId FROM Account WHERE OwnerId != '" + leaver + "' LIMIT 1", "OwnerId")
                    .getFirst();
            ids("SELECT Id FROM Account WHERE OwnerId = '" + leaver + "'", "Id")
                    .forEach(account -> update("Account", account, "OwnerId", heir));
        }
        today = today.plusDays(1);
        org.clock().set(at(today));
    }

    private void work() {
        List<String> accounts = ids("SELECT Id FROM Account", "Id");
        List<String> contacts = ids("SELECT Id FROM Contact WHERE Plumbline_Left_On__c = null", "Id");
        for (int i = 0; i < 12; i++) {
            meet(pick(contacts));
        }
        List<String> deals = ids("SELECT Id FROM Opportunity WHERE IsClosed = false", "Id");
        if (!deals.isEmpty()) {
            move(pick(deals));
        }
        create(
                "Opportunity",
                "AccountId",
                pick(accounts),
                "Name",
                "Follow-up of " + today,
                "StageName",
                "Negotiation/Review",
                "Amount",
                10_000 + dice.nextInt(90_000),
                "CloseDate",
                today.plusDays(30 + dice.nextInt(120)));
        if (dice.nextInt(20) == 0) {
            update("Contact", pick(contacts), "Plumbline_Left_On__c", today);
        }
        rows("SELECT Id, WhatId, Plumbline_Key__c FROM Task WHERE Plumbline_Key__c != null AND IsClosed = false")
                .forEach(this::perhapsTakeUp);
    }

    private void meet(String contact) {
        ResultRow who = rows("SELECT AccountId, Account.OwnerId FROM Contact WHERE Id = '" + contact + "'")
                .getFirst();
        String owner = String.valueOf(who.get("Account.OwnerId"));
        boolean works = ids("SELECT Id FROM User WHERE IsActive = true", "Id").contains(owner);
        if (who.get("AccountId") == null || !works) {
            return;
        }
        create(
                "Event",
                "WhatId",
                who.get("AccountId"),
                "WhoId",
                contact,
                "OwnerId",
                owner,
                "Subject",
                "Meeting",
                "ActivityDateTime",
                today + "T09:00:00Z",
                "StartDateTime",
                today + "T09:00:00Z",
                "DurationInMinutes",
                60);
    }

    private void move(String deal) {
        switch (dice.nextInt(4)) {
            case 0 -> update("Opportunity", deal, "StageName", "Closed Won", "CloseDate", today);
            case 1 -> update("Opportunity", deal, "StageName", "Closed Lost", "CloseDate", today);
            default -> update("Opportunity", deal, "CloseDate", today.plusDays(60));
        }
    }

    /** Of a hundred open tasks a day, six are done in earnest, two only ticked off, one put off, one deleted or taken up. */
    private void perhapsTakeUp(ResultRow task) {
        String id = String.valueOf(task.get("Id"));
        switch (dice.nextInt(100)) {
            case 0, 1, 2, 3, 4, 5 -> doIt(String.valueOf(task.get("WhatId")));
            case 6, 7 -> update("Task", id, "Status", "Completed");
            case 8 -> update("Task", id, "Status", "Deferred", "ActivityDate", today.plusDays(30));
            case 9 -> update("Task", id, "Status", "In Progress", "Description", "Talked to them.");
            default -> {}
        }
    }

    private void doIt(String account) {
        for (ResultRow plan :
                rows("SELECT Id, Period_End__c FROM Plumbline_Plan__c WHERE Account__c = '" + account + "'")) {
            String id = String.valueOf(plan.get("Id"));
            update("Plumbline_Plan__c", id, "Last_Reviewed__c", today, "Period_End__c", today.plusDays(300));
            ids("SELECT Id FROM Plumbline_Action__c WHERE Plan__c = '" + id + "' AND Completed_On__c = null", "Id")
                    .forEach(action -> update("Plumbline_Action__c", action, "Completed_On__c", today));
        }
        ids("SELECT Id FROM Contact WHERE AccountId = '" + account + "' AND Plumbline_Left_On__c = null", "Id").stream()
                .limit(2)
                .forEach(this::meet);
    }

    private String pick(List<String> ids) {
        return ids.get(dice.nextInt(ids.size()));
    }

    List<ResultRow> rows(String soql) {
        return new Soql(org).query(org.administrator(), soql).rows();
    }

    private List<String> ids(String soql, String field) {
        return rows(soql).stream().map(row -> String.valueOf(row.get(field))).toList();
    }

    private void create(String object, @Nullable Object... fields) {
        done(org.create(org.administrator(), List.of(RecordInput.of(object, fields(fields))), false));
    }

    private void update(String object, String id, @Nullable Object... fields) {
        done(org.update(org.administrator(), List.of(RecordInput.of(object, id, fields(fields))), false));
    }

    private static void done(List<SaveResult> results) {
        if (!results.getFirst().success()) {
            throw new AssertionError(results.getFirst().errors().toString());
        }
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object... pairs) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return fields;
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(2, 0)).toInstant(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
