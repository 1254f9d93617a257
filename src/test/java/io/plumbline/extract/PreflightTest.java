package io.plumbline.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.config.Configuration;
import io.plumbline.config.connector.ConnectorConfig;
import io.plumbline.crm.FieldName;
import io.plumbline.mirror.Gap;
import io.plumbline.mirror.Mirror;
import io.plumbline.salesforce.FieldDescription;
import io.plumbline.testing.Golden;
import io.plumbline.testing.TestDatabase;
import io.plumbline.testing.Trap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PreflightTest {

    private final Configuration shipped = Configuration.shipped();
    private final FakeOrg org = FakeOrg.showing(shipped.mapping());

    @Test
    void findsNothingWrongWithAnOrgThatShowsEverything() {
        Readiness readiness = preflight(shipped.connector());
        assertThat(readiness.problems()).isEmpty();
        assertThat(readiness.gaps()).isEmpty();
        assertThat(readiness.sources()).hasSize(shipped.mapping().sources().size() + 1);
    }

    @Test
    @Trap({"I1", "I4", "F8", "G11"})
    @DisplayName("everything that is missing is said at once, with who can mend it and how")
    void saysEverythingThatIsMissingAtOnce() {
        org.hide("Opportunity", "Amount");
        org.hide("Contact");
        org.hide("Plumbline_Action__c", "Plan__c");
        org.hide("Account", "Plumbline_Band__c");
        org.describe("Account", FakeOrg.field("Plumbline_Health__c", false, false, false));
        org.describe("Task", FakeOrg.field("Plumbline_Key__c", true, true, false));
        org.describe("Task", FakeOrg.field("Subject", false, false, false));
        org.describe("Account", compound("Name"));

        Golden.beside(PreflightTest.class)
                .assertMatches(
                        "preflight-problems.txt",
                        preflight(shipped.connector()).problems().stream()
                                .map(Problem::sentence)
                                .collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void namesTheExampleWhereTheOrgHasAccountPlansOfSalesCloudInstead() {
        org.hide("Plumbline_Plan__c");
        assertThat(preflight(shipped.connector()).problems())
                .noneMatch(problem -> problem.advice().contains("examples/account-plans"));

        org.show("AccountPlan", FieldName.of("Name"));
        assertThat(preflight(shipped.connector()).problems())
                .filteredOn(problem -> problem.what().startsWith("Plumbline_Plan__c cannot be seen"))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.advice()).endsWith("connector-config/examples/account-plans/mapping.yaml."));
    }

    @Test
    @Trap("I2")
    @DisplayName("what is optional and cannot be seen is left out of the query and said to be unknown")
    void leavesOutWhatIsOptional() {
        org.hide("Case");
        org.hide("Contact", "Plumbline_Buying_Role__c");
        org.hide("Account", "Plumbline_NPS__c");

        Readiness readiness = preflight(shipped.connector());

        assertThat(readiness.isReady()).isTrue();
        Golden.beside(PreflightTest.class)
                .assertMatches(
                        "preflight-gaps.txt",
                        readiness.gaps().stream().map(Gap::reason).collect(Collectors.joining("\n", "", "\n")));
        assertThat(readiness.sources())
                .filteredOn(source -> source.source().value().equals("contacts"))
                .singleElement()
                .satisfies(
                        source -> assertThat(source.fields()).doesNotContain(FieldName.of("Plumbline_Buying_Role__c")));
        assertThat(readiness.sources())
                .noneMatch(source -> source.source().value().equals("cases"));
    }

    @Test
    @Trap("I2")
    @DisplayName(
            "an object that may be missing and shows only a part of itself, as e-mails do without Enhanced Email, stops nothing")
    void doesWithoutAnObjectThatShowsOnlyAPart() {
        org.hide("EmailMessage", "RelatedToId");

        Readiness readiness = preflight(shipped.connector());

        assertThat(readiness.problems()).isEmpty();
        assertThat(readiness.sources())
                .noneMatch(source -> source.source().value().equals("emails"));
        assertThat(readiness.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.source().value()).isEqualTo("emails");
            assertThat(gap.field()).isEmpty();
            assertThat(gap.reason())
                    .startsWith("EmailMessage.RelatedToId cannot be seen by")
                    .contains("What sources.emails supplies is unknown.");
        });
    }

    @Test
    @Trap("H7")
    @DisplayName("an org with one currency is not asked why its records name none")
    void missesNoCurrenciesWhereThereIsOne() {
        org.singleCurrency();
        org.hide("CurrencyType");
        List.of("Account", "Opportunity", "Plumbline_Plan__c", "Plumbline_Value__c")
                .forEach(object -> org.hide(object, "CurrencyIsoCode"));
        assertThat(preflight(shipped.connector()).gaps()).isEmpty();
    }

    @Test
    @Trap("H7")
    @DisplayName("an org with several currencies is")
    void missesCurrenciesWhereThereAreSeveral() {
        org.hide("CurrencyType");
        org.hide("Opportunity", "CurrencyIsoCode");
        assertThat(preflight(shipped.connector()).gaps())
                .extracting(
                        gap -> gap.source().value(),
                        gap -> gap.field().map(FieldName::value).orElse("all"))
                .containsExactlyInAnyOrder(tuple("currencies", "all"), tuple("opportunities", "CurrencyIsoCode"));
    }

    @Test
    void asksForNoMoreThanWhatIsToBeWritten() {
        ConnectorConfig all = shipped.connector();
        ConnectorConfig.WritePolicy little =
                new ConnectorConfig.WritePolicy(Set.of(), false, 1, all.write().bounds());
        org.describe("Account", FakeOrg.field("Plumbline_Health__c", false, false, false));
        org.describe("Task", FakeOrg.field("Subject", false, false, false));
        Readiness readiness =
                preflight(new ConnectorConfig(null, null, all.schedule(), all.read(), little, all.api(), all.keep()));
        assertThat(readiness.problems()).isEmpty();

        org.describe("Account", FakeOrg.field("Plumbline_Changed_On__c", false, false, false));
        assertThat(preflight(new ConnectorConfig(null, null, all.schedule(), all.read(), little, all.api(), all.keep()))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("Plumbline_Changed_On__c"));
    }

    private Readiness preflight(ConnectorConfig config) {
        return new Extraction(shipped.mapping(), config, new Mirror(TestDatabase.migrated())).preflight(org);
    }

    private static FieldDescription compound(String name) {
        return new FieldDescription(
                name,
                FieldDescription.Type.COMPOUND,
                0,
                0,
                0,
                false,
                false,
                true,
                false,
                false,
                false,
                List.of(),
                Optional.empty());
    }
}
