package io.plumbline.sandbox.seed.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.seed.DemoSeed;
import io.plumbline.sandbox.seed.Orgs;
import io.plumbline.sandbox.seed.load.SeedReport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOrgTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private final DemoSeed seed = new DemoSeed();

    @ParameterizedTest(name = "today is {0}")
    @ValueSource(strings = {"2026-06-30", "2026-07-05", "2028-02-29", "2027-01-01"})
    void loadsWithoutAProblemWhateverTheDay(LocalDate today) {
        Org org = Orgs.standing(
                seed.settings(), today.atTime(10, 0).atZone(BERLIN).toInstant());

        SeedReport report = seed.fill(org);

        assertThat(report.problems()).as(report.toText()).isEmpty();
        assertThat(report.loaded())
                .containsEntry("Account", 120)
                .containsEntry("User", 40)
                .containsEntry("CurrencyType", 1);
        assertThat(report.loaded().keySet())
                .contains("Event", "EmailMessage", "Case", "Plumbline_Value__c", "OpportunityHistory");
    }

    @Test
    void writesTheSameRecordsForTheSameDay() {
        assertThat(ledger(TODAY).records()).isEqualTo(ledger(TODAY).records());
        assertThat(ledger(TODAY).records())
                .isNotEqualTo(ledger(TODAY.plusDays(1)).records());
    }

    @Test
    void dependsOnTheDayAndNotOnTheHour() {
        assertThat(content(Instant.parse("2026-06-29T22:00:00Z")))
                .isEqualTo(content(Instant.parse("2026-06-30T21:59:00Z")));
    }

    @Test
    void changesNothingInTheFutureAndNothingToday() {
        Instant midnight = TODAY.atStartOfDay(BERLIN).toInstant();

        assertThat(ledger(TODAY).records())
                .allSatisfy(record -> assertThat((Instant) record.fields().get("SystemModstamp"))
                        .isBefore(midnight)
                        .isAfterOrEqualTo((Instant) record.fields().get("CreatedDate")));
    }

    @Test
    void tellsAStoryOfEachAccount() {
        Map<String, String> stories = DemoSeed.stories();

        assertThat(stories).hasSize(120);
        assertThat(Set.copyOf(stories.values())).isEqualTo(DemoSeed.morals().keySet());
        assertThat(names("Account")).isEqualTo(stories.keySet());
    }

    @Test
    void spreadsAccountsOverTiersCurrenciesAndOwners() {
        List<RecordInput> accounts = of("Account");

        assertThat(counted(accounts, "Plumbline_Tier__c"))
                .allSatisfy((tier, count) -> assertThat(count).isBetween(20L, 60L));
        assertThat(counted(accounts, "CurrencyIsoCode")).containsOnlyKeys("EUR", "USD");
        assertThat(counted(accounts, "OwnerId"))
                .hasSize(15)
                .allSatisfy((owner, count) -> assertThat(count).isLessThanOrEqualTo(12));
        assertThat(counted(of("Product2"), "Family")).hasSize(8);
    }

    @Test
    void writesProseOfItsOwnForEveryAccountExceptTheCopies() {
        Map<Object, String> storyOfPlan = of("Plumbline_Plan__c").stream()
                .collect(Collectors.toMap(
                        RecordInput::id, plan -> storyOf(plan.fields().get("Account__c"))));
        Map<Boolean, List<RecordInput>> strategies = of("Plumbline_Section__c").stream()
                .filter(section -> "customer_strategy".equals(section.fields().get("Section__c")))
                .collect(Collectors.partitioningBy(section ->
                        storyOfPlan.get(section.fields().get("Plan__c")).equals("copied plan")));

        Set<Object> own = new HashSet<>();
        strategies.get(false).stream()
                .map(section -> String.valueOf(section.fields().get("Text__c")))
                .filter(text -> text.length() > 100)
                .forEach(text -> assertThat(own.add(text)).as(text).isTrue());
        assertThat(strategies.get(true).stream()
                        .map(section ->
                                String.valueOf(section.fields().get("Text__c")).replace(companyOf(section), "somebody"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void keepsPeopleWhoDoNotLogSilent() {
        Set<Object> silent = of("Account").stream()
                .filter(account -> "nobody logs activity"
                        .equals(DemoSeed.stories().get(account.fields().get("Name"))))
                .map(RecordInput::id)
                .collect(Collectors.toSet());

        assertThat(silent).hasSize(17);
        for (String activity : List.of("Task", "Event")) {
            assertThat(of(activity))
                    .noneMatch(each -> silent.contains(each.fields().get("AccountId")));
        }
    }

    private static List<RecordInput> content(Instant now) {
        Org org = Orgs.standing(new DemoSeed().settings(), now);
        return new DemoOrg(LocalDate.ofInstant(now, BERLIN), BERLIN).write(org).records();
    }

    private static Ledger ledger(LocalDate today) {
        return new DemoOrg(today, BERLIN).write(Orgs.standing(new DemoSeed().settings()));
    }

    private static final List<RecordInput> RECORDS =
            Collections.unmodifiableList(ledger(TODAY).records());

    private static List<RecordInput> of(String object) {
        return RECORDS.stream().filter(record -> record.object().equals(object)).toList();
    }

    private static Set<Object> names(String object) {
        return of(object).stream().map(record -> record.fields().get("Name")).collect(Collectors.toSet());
    }

    private static Map<Object, Long> counted(List<RecordInput> records, String field) {
        return records.stream()
                .collect(Collectors.groupingBy(record -> record.fields().get(field), Collectors.counting()));
    }

    private static String companyOf(RecordInput section) {
        Object account = of("Plumbline_Plan__c").stream()
                .filter(plan -> section.fields().get("Plan__c").equals(plan.id()))
                .map(plan -> plan.fields().get("Account__c"))
                .findFirst()
                .orElseThrow();
        return of("Account").stream()
                .filter(each -> account.equals(each.id()))
                .map(each -> String.valueOf(each.fields().get("Name")))
                .findFirst()
                .orElseThrow();
    }

    private static String storyOf(Object accountId) {
        return of("Account").stream()
                .filter(account -> accountId.equals(account.id()))
                .map(account -> DemoSeed.stories().get(account.fields().get("Name")))
                .findFirst()
                .orElseThrow();
    }
}
