package io.plumbline.dossier.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.config.Configuration;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.AccountDossier;
import io.plumbline.dossier.Contact;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.Fact;
import io.plumbline.dossier.HealthOnDate;
import io.plumbline.dossier.Interaction;
import io.plumbline.dossier.Opportunity;
import io.plumbline.dossier.OwnTask;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.PlanSection;
import io.plumbline.dossier.TeamMember;
import io.plumbline.dossier.User;
import io.plumbline.dossier.ValueOpportunity;
import io.plumbline.dossier.Visibility;
import io.plumbline.extract.Extraction;
import io.plumbline.extract.FakeOrg;
import io.plumbline.mirror.Mirror;
import io.plumbline.testing.TestDatabase;
import io.plumbline.testing.Trap;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DossiersTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final RecordId ACME = RecordId.of("001000000000001");
    private static final RecordId BOLT = RecordId.of("001000000000002");
    private static final RecordId ANNA = RecordId.of("005000000000011");
    private static final RecordId BOSS = RecordId.of("005000000000012");
    private static final RecordId CARL = RecordId.of("003000000000001");
    private static final RecordId DANA = RecordId.of("003000000000002");
    private static final RecordId DEAL = RecordId.of("006000000000001");
    private static final RecordId PLAN = RecordId.of("a00000000000001");
    private static final String SAID = "They want to grow in Asia and to save energy at home";
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private final Configuration shipped = Configuration.shipped();
    private final FakeOrg org = FakeOrg.showing(shipped.mapping());
    private final Mirror mirror = new Mirror(TestDatabase.migrated());
    private final Dossiers dossiers = new Dossiers(mirror, shipped.mapping(), shipped.policy());
    private Instant clock = Instant.parse("2026-06-30T10:00:00Z");

    @Test
    void refusesAnOrgThatWasNeverExtracted() {
        assertThatThrownBy(() -> dossiers.stream(ORG, TODAY, id -> List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(ORG.value());
    }

    @Test
    @Trap("H7")
    @DisplayName("money is counted in the corporate currency, at the org's rate")
    void convertsMoneyIntoTheCorporateCurrency() {
        account(ACME, Map.of("CurrencyIsoCode", text("USD")));
        currency("01L000000000001", "EUR", "1", true);
        currency("01L000000000002", "USD", "1.25", false);
        deal(DEAL, Map.of("Amount", number("100"), "CurrencyIsoCode", text("USD")));
        deal(RecordId.of("006000000000002"), Map.of("Amount", number("100.10"), "CurrencyIsoCode", text("EUR")));
        deal(RecordId.of("006000000000003"), Map.of("Amount", number("100"), "CurrencyIsoCode", text("XYZ")));

        AccountDossier acme = only();

        assertThat(acme.dossier().opportunities())
                .extracting(Opportunity::amount)
                .containsExactly(80.0, 100.1, null);
        assertThat(acme.exchangeRate()).contains(new BigDecimal("1.25"));
        assertThat(acme.unknownBecause())
                .anySatisfy(reason -> assertThat(reason).startsWith("Amounts in XYZ are unknown"));
    }

    @Test
    void takesAmountsAsTheyAreInAnOrgWithOneCurrency() {
        org.singleCurrency();
        account(ACME, Map.of());
        deal(DEAL, Map.of("Amount", number("12345678901.23")));
        assertThat(only().dossier().opportunities().getFirst().amount()).isEqualTo(12345678901.23);
        assertThat(only().exchangeRate()).contains(BigDecimal.ONE);
    }

    @ParameterizedTest(name = "{0} is {1} in Berlin")
    @CsvSource({
        "2026-03-28T22:59:59Z, 2026-03-28",
        "2026-03-28T23:00:00Z, 2026-03-29",
        "2026-03-29T21:59:59Z, 2026-03-29",
        "2026-03-29T22:00:00Z, 2026-03-30"
    })
    @Trap("H5")
    @DisplayName("a moment belongs to the day that it is in the org, also around the change of the clocks")
    void countsDaysInTheOrgsZone(Instant created, LocalDate day) {
        account(ACME, Map.of());
        deal(DEAL, Map.of("CreatedDate", FieldValue.moment(created), "CloseDate", FieldValue.day(day)));
        assertThat(only().dossier().opportunities().getFirst().createdDate()).isEqualTo(day);
        assertThat(only().dossier().opportunities().getFirst().closeDate()).isEqualTo(day);
    }

    @Test
    void gathersFamiliesAndContactsOfOpportunities() {
        account(ACME, Map.of());
        deal(
                DEAL,
                Map.of(
                        "IsClosed",
                        FieldValue.flag(true),
                        "IsWon",
                        FieldValue.flag(true),
                        "Plumbline_Margin__c",
                        number("45")));
        product("01t000000000001", "Pumps", true);
        product("01t000000000002", "pumps ", true);
        product("01t000000000003", "Valves", false);
        product("01t000000000004", "Service", true);
        line("00k000000000001", "01t000000000001");
        line("00k000000000002", "01t000000000001");
        line("00k000000000003", "01t000000000003");
        role("00K000000000001", CARL);
        role("00K000000000002", CARL);

        Dossier dossier = only().dossier();

        Opportunity deal = dossier.opportunities().getFirst();
        assertThat(deal.families()).containsExactly("Pumps", "Valves");
        assertThat(deal.contactIds()).containsExactly(CARL.value());
        assertThat(deal.isWon()).isTrue();
        assertThat(deal.marginPct()).isEqualTo(0.45);
        assertThat(dossier.productFamiliesOffered()).isEqualTo(2.0);
    }

    @Test
    @Trap("F11")
    @DisplayName("open tasks and tasks of our own are no interactions, done ones are, on the day they were done")
    void countsOnlyWhatPeopleDid() {
        account(ACME, Map.of());
        task("00T000000000001", Map.of("IsClosed", FieldValue.flag(false), "ActivityDate", day("2026-06-01")));
        task(
                "00T000000000002",
                Map.of(
                        "IsClosed",
                        FieldValue.flag(true),
                        "ActivityDate",
                        day("2026-06-02"),
                        "Plumbline_Key__c",
                        text("k")));
        task(
                "00T000000000003",
                Map.of(
                        "IsClosed", FieldValue.flag(true),
                        "ActivityDate", day("2026-06-03"),
                        "TaskSubtype", text("Call"),
                        "WhoId", text(CARL.value()),
                        "OwnerId", text(ANNA.value())));
        task(
                "00T000000000004",
                Map.of(
                        "IsClosed", FieldValue.flag(true),
                        "ActivityDate", day("2026-07-20"),
                        "CompletedDateTime", FieldValue.moment(Instant.parse("2026-06-04T08:00:00Z"))));

        AccountDossier acme = only();

        assertThat(acme.dossier().interactions())
                .containsExactly(
                        new Interaction(
                                RecordId.of("00T000000000003").value(),
                                Interaction.Kind.CALL,
                                null,
                                LocalDate.of(2026, 6, 3),
                                List.of(CARL.value()),
                                List.of(ANNA.value()),
                                false),
                        new Interaction(
                                RecordId.of("00T000000000004").value(),
                                Interaction.Kind.OTHER,
                                null,
                                LocalDate.of(2026, 6, 4),
                                List.of(),
                                List.of(),
                                false));
        assertThat(acme.tasks()).extracting(OwnTask::key, OwnTask::closed).containsExactly(tuple("k", true));
    }

    @Test
    void countsEachPersonOfAMeetingOnceAndLeavesOutWhoDeclined() {
        account(ACME, Map.of());
        event(
                "00U000000000001",
                Map.of(
                        "ActivityDate", day("2026-07-10"),
                        "WhoId", text(CARL.value()),
                        "OwnerId", text(ANNA.value()),
                        "Plumbline_Business_Review__c", FieldValue.flag(true)));
        relation("0RE000000000001", "00U000000000001", CARL, "Accepted");
        relation("0RE000000000002", "00U000000000001", DANA, "Declined");
        relation("0RE000000000003", "00U000000000001", BOSS, "New");

        assertThat(only().dossier().interactions())
                .containsExactly(new Interaction(
                        RecordId.of("00U000000000001").value(),
                        Interaction.Kind.MEETING,
                        null,
                        LocalDate.of(2026, 7, 10),
                        List.of(CARL.value()),
                        List.of(ANNA.value(), BOSS.value()),
                        true));
    }

    @ParameterizedTest(name = "e-mails {0} {1}: {2}")
    @CsvSource({"true, , IN", "false, , OUT", "true, false, BOTH"})
    void takesAnEmailAndItsTaskForOneInteraction(boolean first, Boolean second, Interaction.Direction direction) {
        account(ACME, Map.of());
        task(
                "00T000000000001",
                Map.of(
                        "IsClosed",
                        FieldValue.flag(true),
                        "ActivityDate",
                        day("2026-06-03"),
                        "TaskSubtype",
                        text("Task")));
        email("02s000000000001", "00T000000000001", first);
        if (second != null) {
            email("02s000000000002", "00T000000000001", second);
        }
        assertThat(only().dossier().interactions()).singleElement().satisfies(interaction -> {
            assertThat(interaction.kind()).isEqualTo(Interaction.Kind.EMAIL);
            assertThat(interaction.direction()).isEqualTo(direction);
        });
    }

    @ParameterizedTest(name = "last logged {0}: {1}")
    @CsvSource({"2026-06-30, true", "2026-04-02, true", "2026-04-01, false", "2026-07-01, false"})
    @DisplayName("section 5.0: silence is a fact only where the account or its owner logged something in 90 days")
    void knowsWhereActivityIsLogged(String date, boolean captured) {
        account(ACME, Map.of("OwnerId", text(ANNA.value())));
        account(BOLT, Map.of("OwnerId", text(BOSS.value())));
        event("00U000000000001", Map.of("ActivityDate", day(date), "OwnerId", text(BOSS.value())));
        List<AccountDossier> both = all();
        assertThat(both).extracting(found -> found.dossier().activityCapture()).containsExactly(captured, captured);
        assertThat(both.getLast().dossier().interactions()).isEmpty();
        assertThat(both.getFirst().unknownBecause().isEmpty()).isEqualTo(captured);
    }

    @Test
    void takesTheOwnersMeetingOnAnotherAccountForCaptureAlsoWhenInvitedOnly() {
        account(ACME, Map.of("OwnerId", text(ANNA.value())));
        account(BOLT, Map.of("OwnerId", text(BOSS.value())));
        event("00U000000000001", Map.of("ActivityDate", day("2026-06-01"), "OwnerId", text(ANNA.value())));
        relation("0RE000000000003", "00U000000000001", BOSS, "Accepted");
        assertThat(all()).extracting(found -> found.dossier().activityCapture()).containsExactly(true, true);
    }

    @Test
    void knowsWhoIsStillThere() {
        account(ACME, Map.of());
        contact(CARL, Map.of("Plumbline_Left_On__c", day("2026-06-30"), "Plumbline_Buying_Role__c", text("Champion")));
        contact(DANA, Map.of("Plumbline_Left_On__c", day("2026-07-01")));
        contact(RecordId.of("003000000000003"), Map.of());
        assertThat(only().dossier().contacts()).extracting(Contact::active).containsExactly(false, true, true);
    }

    @Test
    void listsTheUsersThatTheAccountIsAboutWithTheirManagers() {
        account(ACME, Map.of("OwnerId", text(ANNA.value())));
        user(ANNA, Map.of("IsActive", FieldValue.flag(false), "ManagerId", text(BOSS.value()), "Name", text("Anna")));
        user(BOSS, Map.of("IsActive", FieldValue.flag(true), "ManagerId", text(ANNA.value())));
        user(RecordId.of("005000000000099"), Map.of("IsActive", FieldValue.flag(true)));
        put(
                "AccountTeamMember",
                "01M000000000001",
                Map.of(
                        "AccountId",
                        text(ACME.value()),
                        "UserId",
                        text(BOSS.value()),
                        "TeamMemberRole",
                        text("Executive Sponsor")));
        Dossier dossier = only().dossier();
        assertThat(dossier.users())
                .extracting(User::id, User::active)
                .containsExactly(tuple(ANNA.value(), false), tuple(BOSS.value(), true));
        assertThat(dossier.team()).containsExactly(new TeamMember(BOSS.value(), "Executive Sponsor"));
    }

    @Test
    @Trap("I1")
    @DisplayName("what cannot be seen is unknown, and not empty")
    void leavesUnknownWhatCannotBeSeen() {
        org.hide("Case");
        org.hide("AccountTeamMember");
        org.hide("Plumbline_Section__c", "Mitigation__c");
        org.hide("Plumbline_Section__c", "Text__c");
        account(ACME, Map.of());
        Dossier dossier = only().dossier();
        assertThat(dossier.cases()).isNull();
        assertThat(dossier.team()).isNull();
        assertThat(dossier.notMeasured())
                .containsExactlyInAnyOrder(
                        "customer_strategy",
                        "value_proposition",
                        "competition.text",
                        "industry",
                        "relationship_history",
                        "risks");
        assertThat(dossiers.unknownEverywhere(ORG)).hasSize(4);
    }

    /** An org that keeps no teams at all must not be told for each account that every role is missing. */
    @Test
    void whoIsMissingIsUnknownWhereNobodyKeepsTeams() {
        account(ACME, Map.of());
        account(BOLT, Map.of());
        assertThat(all()).extracting(account -> account.dossier().team()).containsExactly(null, null);

        put(
                "AccountTeamMember",
                "01M000000000001",
                Map.of(
                        "AccountId",
                        text(BOLT.value()),
                        "UserId",
                        text(BOSS.value()),
                        "TeamMemberRole",
                        text("Innovator")));
        assertThat(all())
                .extracting(account -> account.dossier().team())
                .containsExactly(List.of(), List.of(new TeamMember(BOSS.value(), "Innovator")));
    }

    @Test
    void knowsThatWhatIsEmptyIsEmpty() {
        account(
                ACME,
                Map.of(
                        "Plumbline_CSAT__c",
                        number("0"),
                        "Plumbline_CSAT_Date__c",
                        day("2026-06-01"),
                        "Plumbline_Share_Of_Wallet__c",
                        number("35"),
                        "Plumbline_Tier__c",
                        text("1")));
        Dossier dossier = only().dossier();
        assertThat(dossier.cases()).isEmpty();
        assertThat(dossier.notMeasured()).isEmpty();
        assertThat(dossier.account().tier()).isEqualTo(1);
        assertThat(dossier.account().facts())
                .containsOnly(
                        Map.entry("csat", new Fact(0.0, LocalDate.of(2026, 6, 1))),
                        Map.entry("shareOfWallet", new Fact(0.35, null)));
    }

    @Test
    void readsAPlanWithAllThatBelongsToIt() {
        account(ACME, Map.of());
        plan(Map.of(
                "State__c",
                text("Active"),
                "Period_Start__c",
                day("2026-01-01"),
                "Target_Revenue__c",
                number("500000")));
        section("a05000000000001", "customer_strategy", Map.of("Text__c", text("<p>Grow in  Asia</p>")));
        section("a05000000000002", "customer_strategy", Map.of("Text__c", text("and in Africa")));
        section(
                "a05000000000003",
                "risks",
                Map.of("Item__c", text("New rival"), "Mitigation__c", text("Recommendations")));
        put(
                "Plumbline_Objective__c",
                "a01000000000001",
                Map.of(
                        "Plan__c",
                        text(PLAN.value()),
                        "Name",
                        text("Win Asia"),
                        "Progress__c",
                        number("40"),
                        "Owner__c",
                        text(ANNA.value()),
                        "Due__c",
                        day("2026-12-31")));
        put(
                "Plumbline_Value__c",
                "a04000000000001",
                Map.of(
                        "Plan__c",
                        text(PLAN.value()),
                        "Name",
                        text("Less scrap"),
                        "State__c",
                        text("Delivered"),
                        "CurrencyIsoCode",
                        text("EUR"),
                        "Supplier_Value__c",
                        number("10"),
                        "Confidence__c",
                        number("50")));

        Plan plan = only().dossier().plans().getFirst();

        assertThat(plan.state()).isEqualTo(Plan.State.ACTIVE);
        assertThat(plan.targetRevenue()).isEqualTo(500000.0);
        assertThat(plan.sections().get("customer_strategy").text()).isEqualTo("<p>Grow in  Asia</p>\nand in Africa");
        assertThat(plan.sections().get("risks").items().getFirst().fields())
                .containsEntry("name", "New rival")
                .containsEntry("mitigation", "Recommendations");
        assertThat(plan.sections()).containsOnlyKeys("customer_strategy", "risks");
        assertThat(plan.objectives()).singleElement().satisfies(objective -> {
            assertThat(objective.progress()).isEqualTo(0.4);
            assertThat(objective.ownerId()).isEqualTo(ANNA.value());
            assertThat(objective.dueDate()).isEqualTo(LocalDate.of(2026, 12, 31));
        });
        assertThat(plan.valueOpportunities()).singleElement().satisfies(value -> {
            assertThat(value.state()).isEqualTo(ValueOpportunity.State.DELIVERED);
            assertThat(value.supplierValue()).isEqualTo(10.0);
            assertThat(value.confidence()).isEqualTo(0.5);
        });
        assertThat(plan.actions()).isEmpty();
        assertThat(plan.lastSubstantiveChange()).isNull();
    }

    @Test
    void knowsTheDayOfAPlansLastRealChange() {
        account(ACME, Map.of());
        plan(Map.of("State__c", text("Active")));
        section("a05000000000001", "industry", Map.of("Text__c", text("Flat")));
        observe(LocalDate.of(2026, 6, 1));
        section("a05000000000001", "industry", Map.of("Text__c", text("<b>FLAT</b>")));
        plan(Map.of("State__c", text("Active"), "Last_Reviewed__c", day("2026-06-02")));
        assertThat(observe(LocalDate.of(2026, 6, 2))).isZero();
        assertThat(change()).isNull();

        section("a05000000000001", "industry", Map.of("Text__c", text("Growing")));
        assertThat(observe(LocalDate.of(2026, 6, 3))).isEqualTo(1);
        assertThat(observe(LocalDate.of(2026, 6, 4))).isZero();
        assertThat(change()).isEqualTo(LocalDate.of(2026, 6, 3));
    }

    @Test
    @Trap("I1")
    @DisplayName("a text that can no longer be seen is no change of the plan")
    void takesALostPermissionForNoChange() {
        account(ACME, Map.of());
        plan(Map.of("State__c", text("Active")));
        section("a05000000000001", "industry", Map.of("Text__c", text("Flat")));
        observe(LocalDate.of(2026, 6, 1));
        org.hide("Plumbline_Section__c", "Text__c");
        assertThat(observe(LocalDate.of(2026, 6, 2))).isZero();
        assertThat(change()).isNull();
    }

    @Test
    void tellsWhatStandsInTheResultFields() {
        account(ACME, Map.of("Plumbline_Health__c", number("71")));
        Map<FieldName, FieldValue> results = only().results();
        assertThat(results).containsEntry(FieldName.of("Plumbline_Health__c"), FieldValue.number(71));
        assertThat(results).containsEntry(FieldName.of("Plumbline_Band__c"), FieldValue.EMPTY);
        assertThat(results).hasSize(shipped.mapping().results().size());
    }

    @Test
    void handsTheHistoryOfEachAccountThrough() {
        account(ACME, Map.of());
        account(BOLT, Map.of());
        extract();
        List<HealthOnDate> history = List.of(new HealthOnDate(TODAY.minusDays(100), 50));
        assertThat(dossiers.stream(ORG, TODAY, id -> id.equals(BOLT) ? history : List.of()))
                .extracting(
                        found -> found.dossier().account().id(),
                        found -> found.dossier().history())
                .containsExactly(tuple(ACME.value(), List.of()), tuple(BOLT.value(), history));
    }

    @Test
    void tellsOfEachActivePlanWhoseSectionsItsOwnAreLike() {
        planOf(ACME, "Acme", "a00000000000011", Map.of());
        planOf(BOLT, "Bolt", "a00000000000012", Map.of());
        sectionOf("a01000000000011", "a00000000000011", SAID);
        sectionOf("a01000000000012", "a00000000000012", "<p>" + SAID.toUpperCase(Locale.ROOT) + ".</p>");
        objectiveOf("a02000000000011", "a00000000000011", "Sell pumps", "2026-09-30");
        objectiveOf("a02000000000012", "a00000000000012", "Sell  Pumps", "2026-12-31");

        assertThat(compared())
                .extracting(found -> section(found, "industry"), found -> section(found, "objectives"))
                .containsExactly(
                        tuple(
                                new PlanSection(SAID, List.of(), 1.0, "Bolt"),
                                new PlanSection(null, List.of(), 1.0, "Bolt")),
                        tuple(
                                new PlanSection(
                                        "<p>" + SAID.toUpperCase(Locale.ROOT) + ".</p>", List.of(), 1.0, "Acme"),
                                new PlanSection(null, List.of(), 1.0, "Acme")));
    }

    @Test
    void aCopyThatIsRewrittenIsNoneAnyMore() {
        planOf(ACME, "Acme", "a00000000000011", Map.of());
        planOf(BOLT, "Bolt", "a00000000000012", Map.of());
        sectionOf("a01000000000011", "a00000000000011", SAID);
        sectionOf("a01000000000012", "a00000000000012", SAID);
        assertThat(compared()).extracting(DossiersTest::similarity).containsExactly(1.0, 1.0);

        sectionOf("a01000000000012", "a00000000000012", "They want to be rid of their gas boilers by next winter");
        assertThat(compared()).extracting(DossiersTest::similarity).containsExactly(null, null);
    }

    @Test
    void oneAccountIsToldTheSameOfItsSectionsAsAmongAll() {
        planOf(ACME, "Acme", "a00000000000011", Map.of());
        planOf(BOLT, "Bolt", "a00000000000012", Map.of());
        sectionOf("a01000000000011", "a00000000000011", SAID);
        sectionOf("a01000000000012", "a00000000000012", SAID);
        List<AccountDossier> all = compared();

        assertThat(dossiers.one(ORG, BOLT, TODAY, id -> List.of())).contains(all.getLast());
        assertThat(dossiers.some(ORG, List.of(BOLT), TODAY, id -> List.of())).containsExactly(all.getLast());
    }

    @Test
    void plansOfOneAccountDraftsAndClosedPlansAreNotCompared() {
        planOf(ACME, "Acme", "a00000000000011", Map.of());
        planOf(ACME, "Acme", "a00000000000012", Map.of());
        planOf(BOLT, "Bolt", "a00000000000013", Map.of("State__c", text("Draft")));
        planOf(BOLT, "Bolt", "a00000000000014", Map.of("State__c", text("Closed")));
        for (int plan = 1; plan <= 4; plan++) {
            sectionOf("a0100000000001" + plan, "a0000000000001" + plan, SAID);
        }
        assertThat(compared())
                .allSatisfy(found -> assertThat(found.dossier().plans())
                        .allSatisfy(plan -> assertThat(plan.sections())
                                .hasEntrySatisfying(
                                        "industry",
                                        said -> assertThat(said.similarity()).isNull())));
    }

    @ParameterizedTest(name = "Acme below {0}, Bolt below {1}: {2}")
    @CsvSource({
        ", , 1.0",
        "001000000000002, , ",
        ", 001000000000001, ",
        "001000000000009, 001000000000009, ",
        "001000000000008, 001000000000009, 1.0",
        "001000000000002, 001000000000001, "
    })
    void accountsOfOneFamilyMaySayTheSame(String aboveAcme, String aboveBolt, Double similarity) {
        planOf(ACME, "Acme", "a00000000000011", Map.of());
        planOf(BOLT, "Bolt", "a00000000000012", Map.of());
        account(ACME, Map.of("ParentId", aboveAcme == null ? FieldValue.EMPTY : text(aboveAcme)));
        account(BOLT, Map.of("ParentId", aboveBolt == null ? FieldValue.EMPTY : text(aboveBolt)));
        sectionOf("a01000000000011", "a00000000000011", SAID);
        sectionOf("a01000000000012", "a00000000000012", SAID);
        assertThat(compared()).extracting(DossiersTest::similarity).containsExactly(similarity, similarity);
    }

    @Test
    void placeholdersAndOwnPeopleAreNoCopies() {
        user(ANNA, Map.of("Name", text("Anna Berg"), "IsActive", FieldValue.flag(true)));
        planOf(ACME, "Acme", "a00000000000011", Map.of());
        planOf(BOLT, "Bolt", "a00000000000012", Map.of());
        for (int plan = 1; plan <= 2; plan++) {
            sectionOf("a0100000000001" + plan, "a0000000000001" + plan, "tbd");
            put(
                    "Plumbline_Section__c",
                    "a0100000000002" + plan,
                    Map.of(
                            "Plan__c",
                            text("a0000000000001" + plan),
                            "Section__c",
                            text("team_and_sponsor"),
                            "Item__c",
                            text("Anna Berg"),
                            "Role__c",
                            text("Account manager who knows everybody there")));
        }
        assertThat(compared())
                .extracting(
                        found -> section(found, "industry").similarity(),
                        found -> section(found, "team_and_sponsor").similarity())
                .containsOnly(tuple(null, null));
    }

    @Test
    @Trap("G8")
    @DisplayName(
            "where the meetings of an account's people cannot be seen, silence is unknown and who is silent is told")
    void doesNotTakeWhatCannotBeSeenForSilence() {
        user(ANNA, Map.of("Name", text("Anna"), "IsActive", FieldValue.flag(true)));
        user(BOSS, Map.of("Name", text("Boss"), "IsActive", FieldValue.flag(true)));
        account(ACME, Map.of("OwnerId", text(ANNA.value())));
        account(BOLT, Map.of("OwnerId", text(ANNA.value())));
        event("00U000000000001", Map.of("OwnerId", text(ANNA.value()), "ActivityDate", day("2026-06-20")));
        org.share(id -> !id.keyPrefix().equals("00U"));

        List<AccountDossier> hidden = all();

        assertThat(hidden).allSatisfy(account -> {
            assertThat(account.dossier().activityCapture()).isFalse();
            assertThat(account.unknownBecause()).singleElement().asString().startsWith("Nobody logs activity here");
        });
        assertThat(dossiers.visibility(ORG, TODAY).silent()).containsExactly(new Visibility.Silent(ANNA, "Anna", 2));
        assertThat(dossiers.visibility(ORG, TODAY).sentences())
                .singleElement()
                .asString()
                .startsWith("Anna owns 2 accounts and took part in no activity that can be seen in ");

        org.share(id -> true);
        clock = clock.plus(Duration.ofDays(1));
        assertThat(all())
                .allSatisfy(account ->
                        assertThat(account.dossier().activityCapture()).isTrue());
        assertThat(dossiers.visibility(ORG, TODAY).silent()).isEmpty();

        org.share(id -> !id.keyPrefix().equals("00U"));
        clock = clock.plus(Duration.ofDays(1));
        extract();
        assertThat(dossiers.visibility(ORG, TODAY).outOfSight()).containsOnly(Map.entry("events", 1L));
    }

    @Test
    @Trap("I1")
    void tellsWhatCannotBeSeenWithTheReason() {
        org.hide("Case");
        account(ACME, Map.of());
        assertThat(only().dossier().cases()).isNull();
        assertThat(dossiers.visibility(ORG, TODAY).sentences())
                .singleElement()
                .asString()
                .startsWith("Case cannot be seen by integration@acme.example");
    }

    @Test
    @DisplayName("a contact of another account who works with this one belongs to it, and one person counts once")
    void takesContactsOfOtherAccountsAlong() {
        account(ACME, Map.of());
        account(BOLT, Map.of());
        contact(CARL, Map.of("Name", text("Carl")));
        relation("07k000000000001", ACME, CARL, "Carl");
        relation("07k000000000002", BOLT, CARL, "Carl");
        List<AccountDossier> both = all();
        assertThat(both)
                .allSatisfy(account -> assertThat(account.dossier().contacts())
                        .singleElement()
                        .satisfies(contact -> {
                            assertThat(contact.id()).isEqualTo(CARL.value());
                            assertThat(contact.name()).isEqualTo("Carl");
                        }));
    }

    private void relation(String id, RecordId account, RecordId contact, String name) {
        put(
                "AccountContactRelation",
                id,
                Map.of(
                        "AccountId", text(account.value()),
                        "ContactId", text(contact.value()),
                        "Contact.Name", text(name)));
    }

    private static PlanSection section(AccountDossier account, String section) {
        return Objects.requireNonNull(
                account.dossier().plans().getFirst().sections().get(section));
    }

    private static Double similarity(AccountDossier account) {
        return section(account, "industry").similarity();
    }

    private void planOf(RecordId account, String name, String plan, Map<String, FieldValue> fields) {
        account(account, Map.of("Name", text(name)));
        put(
                "Plumbline_Plan__c",
                RecordId.of(plan),
                Map.of("Account__c", text(account.value()), "Name", text("Plan"), "State__c", text("Active")),
                fields);
    }

    private void sectionOf(String id, String plan, String said) {
        put(
                "Plumbline_Section__c",
                id,
                Map.of("Plan__c", text(plan), "Section__c", text("industry"), "Text__c", text(said)));
    }

    private void objectiveOf(String id, String plan, String name, String due) {
        put("Plumbline_Objective__c", id, Map.of("Plan__c", text(plan), "Name", text(name), "Due__c", day(due)));
    }

    private AccountDossier only() {
        List<AccountDossier> all = all();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<AccountDossier> compared() {
        extract();
        dossiers.observe(ORG, TODAY);
        return all();
    }

    private List<AccountDossier> all() {
        extract();
        return dossiers.stream(ORG, TODAY, id -> List.of()).toList();
    }

    private void extract() {
        clock = clock.plus(Duration.ofHours(1));
        org.at(clock);
        assertThat(new Extraction(shipped.mapping(), shipped.connector(), mirror)
                        .run(org)
                        .isPartial())
                .isFalse();
    }

    private int observe(LocalDate day) {
        extract();
        return dossiers.observe(ORG, day);
    }

    private LocalDate change() {
        return only().dossier().plans().getFirst().lastSubstantiveChange();
    }

    private void put(String object, String id, Map<String, FieldValue> fields) {
        org.put(object, id, clock.plusSeconds(60), fields);
    }

    private void put(String object, RecordId id, Map<String, FieldValue> fields, Map<String, FieldValue> more) {
        Map<String, FieldValue> all = new HashMap<>(fields);
        all.putAll(more);
        put(object, id.value(), all);
    }

    private void account(RecordId id, Map<String, FieldValue> fields) {
        put("Account", id, Map.of("Name", text("Account")), fields);
    }

    private void deal(RecordId id, Map<String, FieldValue> fields) {
        put("Opportunity", id, Map.of("AccountId", text(ACME.value()), "Name", text("Deal")), fields);
    }

    private void task(String id, Map<String, FieldValue> fields) {
        put("Task", RecordId.of(id), Map.of("AccountId", text(ACME.value())), fields);
    }

    private void event(String id, Map<String, FieldValue> fields) {
        put("Event", RecordId.of(id), Map.of("AccountId", text(ACME.value())), fields);
    }

    private void contact(RecordId id, Map<String, FieldValue> fields) {
        put("Contact", id, Map.of("AccountId", text(ACME.value()), "Name", text("Somebody")), fields);
    }

    private void user(RecordId id, Map<String, FieldValue> fields) {
        put("User", id.value(), fields);
    }

    private void plan(Map<String, FieldValue> fields) {
        put(
                "Plumbline_Plan__c",
                PLAN,
                Map.of("Account__c", text(ACME.value()), "Name", text("Plan"), "CurrencyIsoCode", text("EUR")),
                fields);
    }

    private void section(String id, String section, Map<String, FieldValue> fields) {
        put(
                "Plumbline_Section__c",
                RecordId.of(id),
                Map.of("Plan__c", text(PLAN.value()), "Section__c", text(section)),
                fields);
    }

    private void currency(String id, String code, String rate, boolean corporate) {
        put(
                "CurrencyType",
                id,
                Map.of(
                        "IsoCode",
                        text(code),
                        "ConversionRate",
                        number(rate),
                        "IsCorporate",
                        FieldValue.flag(corporate)));
    }

    private void product(String id, String family, boolean active) {
        put("Product2", id, Map.of("Family", text(family), "IsActive", FieldValue.flag(active)));
    }

    private void line(String id, String product) {
        put("OpportunityLineItem", id, Map.of("OpportunityId", text(DEAL.value()), "Product2Id", text(product)));
    }

    private void role(String id, RecordId contact) {
        put(
                "OpportunityContactRole",
                id,
                Map.of("OpportunityId", text(DEAL.value()), "ContactId", text(contact.value())));
    }

    private void relation(String id, String event, RecordId person, String status) {
        put(
                "EventRelation",
                id,
                Map.of("EventId", text(event), "RelationId", text(person.value()), "Status", text(status)));
    }

    private void email(String id, String task, boolean incoming) {
        put("EmailMessage", id, Map.of("ActivityId", text(task), "Incoming", FieldValue.flag(incoming)));
    }

    private static FieldValue text(String text) {
        return FieldValue.text(text);
    }

    private static FieldValue number(String number) {
        return FieldValue.number(new BigDecimal(number));
    }

    private static FieldValue day(String date) {
        return FieldValue.day(LocalDate.parse(date));
    }
}
