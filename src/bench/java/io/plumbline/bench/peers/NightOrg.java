package io.plumbline.bench.peers;

import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.sandbox.SeededOrg;
import io.plumbline.sandbox.record.LoadResult;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.VirtualClock;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.seed.EmptySeed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A sandbox with many accounts, told by lines what is to happen in it. */
final class NightOrg {

    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    private static final int AT_ONCE = 20_000;
    /** Accounts that one person looks after: all of one person would wait for the few tasks that one has room for. */
    private static final int ACCOUNTS_AN_OWNER = 40;

    private static final int CALLS_A_DAY = 10_000_000;
    private static final List<String> STAGES = List.of("Prospecting", "Qualification", "Proposal/Price Quote");
    private static final List<String> TITLES = List.of("Chief Financial Officer", "Buyer", "Head of IT", "Engineer");

    private final Org org;
    private final LocalDate today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    private final List<String> accounts;
    private final List<String> deals;
    private int changes;

    private NightOrg(int number) {
        org = SeededOrg.of(new EmptySeed(), VirtualClock.standing(NOW)).org();
        List<String> owners = load("User", Math.ceilDiv(number, ACCOUNTS_AN_OWNER), NightOrg::user);
        accounts = load(
                "Account",
                number,
                i -> fields(
                        "Name", "Account " + i, "Industry", "Banking", "OwnerId", owners.get(i / ACCOUNTS_AN_OWNER)));
        load(
                "Contact",
                number * 8,
                i -> fields(
                        "FirstName",
                        "Kim",
                        "LastName",
                        "Contact " + i,
                        "Title",
                        TITLES.get(i % 4),
                        "AccountId",
                        accounts.get(i / 8),
                        "Email",
                        "kim" + i + "@customer.example"));
        deals = load(
                "Opportunity",
                number * 10,
                i -> fields(
                        "Name",
                        "Deal " + i,
                        "AccountId",
                        accounts.get(i / 10),
                        "StageName",
                        STAGES.get(i % 3),
                        "Amount",
                        1000 + i % 100_000,
                        "CloseDate",
                        today.plusDays(i % 200 - 40),
                        "Description",
                        "What was said about deal " + i + " the last time somebody asked."));
        load(
                "Task",
                number * 20,
                i -> fields(
                        "Subject",
                        "Call " + i,
                        "WhatId",
                        accounts.get(i / 20),
                        "ActivityDate",
                        today.minusDays(i % 300),
                        "Status",
                        "Completed",
                        "Priority",
                        "Normal"));
        load(
                "Event",
                number * 10,
                i -> fields(
                        "Subject",
                        "Meeting " + i,
                        "WhatId",
                        accounts.get(i / 10),
                        "ActivityDateTime",
                        today.minusDays(i % 300) + "T09:00:00Z",
                        "StartDateTime",
                        today.minusDays(i % 300) + "T09:00:00Z",
                        "DurationInMinutes",
                        30));
    }

    private static Map<String, @Nullable Object> user(int i) {
        return fields(
                "LastName",
                "Owner " + i,
                "Username",
                "owner" + i + "@night.example",
                "Email",
                "owner" + i + "@night.example",
                "Alias",
                "o" + i,
                "TimeZoneSidKey",
                "UTC",
                "LocaleSidKey",
                "en_US",
                "LanguageLocaleKey",
                "en_US",
                "EmailEncodingKey",
                "UTF-8",
                "IsActive",
                true);
    }

    /** Prints address, client, secret and Id of the org; then answers {@code time}, {@code later}, {@code tomorrow}, {@code change} and {@code cpu}. */
    public static void main(String[] args) throws IOException {
        Logs.errorsOnly();
        NightOrg night = new NightOrg(Integer.parseInt(args[0]));
        night.org.clock().advance(Duration.ofHours(1));
        try (Sandbox sandbox =
                        Sandbox.start(night.org, SandboxOptions.defaults().withDailyApiCalls(CALLS_A_DAY));
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(sandbox.instanceUrl() + " " + sandbox.clientId() + " " + sandbox.clientSecret() + " "
                    + night.org.organizationId());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(night.answer(line));
            }
        }
        System.exit(0);
    }

    private String answer(String line) {
        switch (line) {
            case "later" -> org.clock().advance(Duration.ofMinutes(20));
            case "tomorrow" -> org.clock().advance(Duration.ofDays(1));
            case "change" -> changeOnePercent();
            case "cpu" -> {
                return Double.toString(
                        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                                        .getProcessCpuTime()
                                / 1e9);
            }
            default -> {}
        }
        return org.clock().instant().toString();
    }

    /** The name of every hundredth account, and a deal of it; other values each time. */
    private void changeOnePercent() {
        changes++;
        for (int i = 0; i < accounts.size(); i += 100) {
            update("Account", accounts.get(i), fields("Name", "Renamed " + changes + " " + i));
            update("Opportunity", deals.get(i * 10), fields("Amount", changes));
        }
    }

    private void update(String object, String id, Map<String, @Nullable Object> fields) {
        org.update(org.administrator(), List.of(RecordInput.of(object, id, fields)), true);
    }

    private List<String> load(String object, int number, IntFunction<Map<String, @Nullable Object>> fields) {
        List<String> ids = new ArrayList<>(number);
        List<RecordInput> some = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            some.add(RecordInput.of(object, fields.apply(i)));
            if (some.size() == AT_ONCE || i == number - 1) {
                for (LoadResult loaded : org.load(some)) {
                    if (loaded.id() == null) {
                        throw new IllegalStateException(loaded.toString());
                    }
                    ids.add(loaded.id());
                }
                some.clear();
            }
        }
        return ids;
    }

    private static Map<String, @Nullable Object> fields(Object... pairs) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i].toString(), pairs[i + 1]);
        }
        return fields;
    }
}
