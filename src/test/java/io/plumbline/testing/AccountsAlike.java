package io.plumbline.testing;

import io.plumbline.sandbox.record.OrgFixture;
import io.plumbline.sandbox.record.SaveResult;
import io.plumbline.sandbox.record.input.RecordInput;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An org of as many accounts as one likes, each with 14 rows: three contacts, deals, meetings and sections, and a plan. For what a sync costs. */
public final class AccountsAlike {

    private static final int CHILDREN = 3;
    private static final List<String> SECTIONS = List.of("industry", "customer_strategy", "competition");

    public final OrgFixture fixture = new OrgFixture();
    private final List<String> accounts;
    private final List<String> deals;
    private final List<String> sections;

    public AccountsAlike(int number) {
        LocalDate day = LocalDate.ofInstant(OrgFixture.NOW, ZoneOffset.UTC);
        accounts = create("Account", number, i -> OrgFixture.fields("Name", "Account " + i));
        IntFunction<String> account = i -> accounts.get(i / CHILDREN);
        create(
                "Contact",
                number * CHILDREN,
                i -> OrgFixture.fields("LastName", "Contact " + i, "AccountId", account.apply(i)));
        deals = create(
                "Opportunity",
                number * CHILDREN,
                i -> OrgFixture.fields(
                        "Name",
                        "Deal " + i,
                        "AccountId",
                        account.apply(i),
                        "StageName",
                        "Prospecting",
                        "CloseDate",
                        day,
                        "Amount",
                        i));
        create(
                "Event",
                number * CHILDREN,
                i -> OrgFixture.fields(
                        "Subject",
                        "Meeting " + i,
                        "WhatId",
                        account.apply(i),
                        "ActivityDateTime",
                        day + "T09:00:00Z",
                        "StartDateTime",
                        day + "T09:00:00Z",
                        "DurationInMinutes",
                        30));
        List<String> plans = create(
                "Plumbline_Plan__c",
                number,
                i -> OrgFixture.fields("Name", "Plan " + i, "Account__c", accounts.get(i), "State__c", "Active"));
        sections = create(
                "Plumbline_Section__c",
                number * CHILDREN,
                i -> OrgFixture.fields(
                        "Name",
                        "Entry " + i,
                        "Plan__c",
                        plans.get(i / CHILDREN),
                        "Section__c",
                        SECTIONS.get(i % CHILDREN),
                        "Text__c",
                        said(i)));
    }

    /** Changes every hundredth account: its name, a deal and the text of a section. */
    public void changeOnePercent() {
        for (int i = 0; i < accounts.size(); i += 100) {
            fixture.update("Account", accounts.get(i), "Name", "Renamed " + i);
            fixture.update("Opportunity", deals.get(i * CHILDREN), "Amount", 7);
            fixture.update(
                    "Plumbline_Section__c", sections.get(i * CHILDREN), "Text__c", said(accounts.size() * 10 + i));
        }
    }

    /** Of no two sections the same words. */
    private static String said(int number) {
        return IntStream.range(0, 80)
                .mapToObj(word -> "w" + number + "x" + word)
                .collect(Collectors.joining(" "));
    }

    private List<String> create(String object, int number, IntFunction<Map<String, @Nullable Object>> fields) {
        List<String> ids = new ArrayList<>();
        for (int from = 0; from < number; from += 200) {
            fixture
                    .org
                    .create(
                            fixture.org.administrator(),
                            IntStream.range(from, Math.min(number, from + 200))
                                    .mapToObj(i -> RecordInput.of(object, fields.apply(i)))
                                    .toList(),
                            true)
                    .stream()
                    .map(SaveResult::recordId)
                    .forEach(id -> ids.add(id.orElseThrow()));
        }
        return ids;
    }
}
