package io.plumbline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.config.mapping.Fact;
import io.plumbline.config.mapping.MappedField;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.Result;
import io.plumbline.config.mapping.Section;
import io.plumbline.config.mapping.Source;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.config.mapping.Translation;
import io.plumbline.config.policy.Theme;
import io.plumbline.config.yaml.ConfigurationException;
import io.plumbline.crm.FieldName;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

    private static final Path SHIPPED = Path.of("connector-config");

    @TempDir
    Path folder;

    @Test
    void whatIsShippedIsSound() {
        Configuration shipped = Configuration.shipped();

        // The measures of the shipped objectives are fields of theirs; those of Sales Cloud are in an example. Fiscal
        // years are of use only to plans that name one.
        assertThat(shipped.mapping().sources().keySet())
                .isEqualTo(EnumSet.complementOf(EnumSet.of(SourceName.PLAN_MEASURES, SourceName.FISCAL_YEARS)));
        assertThat(shipped.mapping().results()).containsOnlyKeys(Result.values());
        assertThat(shipped.connector().write().results()).containsExactlyInAnyOrder(Result.values());
        assertThat(shipped.tasks().themes()).containsOnlyKeys(Theme.values());
        assertThat(shipped.connector().accountScope()).isEmpty();
        assertThat(shipped.connector().fallbackPerson()).isEmpty();
    }

    @Test
    void shippedMappingReadsAsWritten() {
        Mapping mapping = Configuration.shipped().mapping();

        Source roles = mapping.source(SourceName.OPPORTUNITY_CONTACT_ROLES).orElseThrow();
        assertThat(roles.account()).contains(FieldName.of("Opportunity.AccountId"));
        assertThat(roles.parent()).contains(FieldName.of("OpportunityId"));
        assertThat(roles.read())
                .extracting(FieldName::value)
                .containsExactly("Id", "ContactId", "Opportunity.AccountId", "OpportunityId");
        assertThat(mapping.mapped(Fact.OPPORTUNITY_MARGIN))
                .contains(new MappedField(FieldName.of("Plumbline_Margin__c"), false, new Translation.Percent()));
        assertThat(mapping.mapped(Fact.OPPORTUNITY_AMOUNT).orElseThrow().required())
                .isTrue();
        assertThat(mapping.source(SourceName.EVENTS).orElseThrow().where()).contains("IsChild = false");
        assertThat(mapping.source(SourceName.TEAM).orElseThrow().mayBeMissing()).isTrue();
        assertThat(mapping.result(Result.BAND).orElseThrow().label("INSUFFICIENT"))
                .isEqualTo("Not enough data");
    }

    @Test
    void aFileOfTheFolderStandsInForTheShippedOneAlone() throws IOException {
        write("tasks.yaml", text("tasks.yaml").replace("openStatus: Not Started", "openStatus: Open"));

        Configuration configuration = Configuration.load(Optional.of(folder));

        assertThat(configuration.tasks().openStatus()).isEqualTo("Open");
        assertThat(configuration.mapping()).isEqualTo(Configuration.shipped().mapping());
    }

    @Test
    void listsTheProblemsOfAllFilesAtOnce() throws IOException {
        write("tasks.yaml", text("tasks.yaml").replace("maxOpenPerPerson: 10", "maxOpenPerPerson: 0"));
        write("connector.yaml", text("connector.yaml").replace("keepFree: 0.1", "keepFree: 10"));
        write("mapping.yaml", text("mapping.yaml").replace("object: Contact\n", "object: Con tact\n"));

        assertThat(refused().problems())
                .extracting(problem -> Path.of(problem.file()).getFileName() + ": "
                        + problem.what().replaceAll(",.*", ""))
                .containsExactly(
                        "connector.yaml: 'api.keepFree' is 10",
                        "mapping.yaml: 'sources.contacts.object' is Con tact",
                        "tasks.yaml: 'maxOpenPerPerson' is 0");
    }

    @Test
    void malformedYamlGivesOneMessageWithItsLine() throws IOException {
        write("connector.yaml", "schedule:\n  everyMinutes: 15\nscope: 'Type\nwrite: {}\n");

        ConfigurationException refused = refused();

        assertThat(refused.problems()).hasSize(1);
        assertThat(refused).hasMessageContaining("connector.yaml:").hasMessageContaining("not well-formed YAML");
        assertThat(refused.problems().getFirst().line()).isBetween(3, 5);
    }

    @Test
    void refusesAFileWhoseNameIsMisspelt() throws IOException {
        write("maping.yaml", text("mapping.yaml"));

        assertThat(refused())
                .hasMessageContaining("maping.yaml:1:")
                .hasMessageContaining("did you mean 'mapping.yaml'?");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class, () -> Configuration.load(Optional.of(folder.resolve("none"))));

        assertThat(refused).hasMessageContaining("is no folder").hasMessageContaining("PLUMBLINE_CONFIG");
    }

    /** Each is one change of a shipped file: a typo, or SOQL that comes with the configuration. */
    @Trap({"I5", "L5"})
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            mapping.yaml   | ownerId: OwnerId                     | ownerId: Owner Id              | but is to be the API name of a field
            mapping.yaml   | ownerId: OwnerId                     | owner: OwnerId                 | 'sources.account.required.owner' is unknown; did you mean 'ownerId'?
            mapping.yaml   | account: Opportunity.AccountId       | account: A.b c                 | but is to be the API name of a field
            mapping.yaml   | where: IsChild = false               | where: "Subject = 'a"          | a text in quotes is not closed
            mapping.yaml   | where: IsChild = false               | where: "IsChild = false) OR (Id != null" | its parentheses do not match
            mapping.yaml   | key: Plumbline_Key__c                | subject: Subject               | 'sources.tasks.required.key' is missing
            mapping.yaml   | `parent: ActivityId`                 | # nothing                      | 'sources.emails.parent' is missing
            mapping.yaml   | Margin__c, as: percent}              | Margin__c, as: percentage}     | but is to be one of percent, lowerCase
            mapping.yaml   | Margin__c, as: percent}              | Margin__c, as: percent, values: {a: b}} | cannot stand beside 'as'
            mapping.yaml   | health: Plumbline_Health__c          | health: Parent.Name            | nothing is written over a relationship
            mapping.yaml   | retention: Plumbline_Retention__c    | retention: Plumbline_Health__c | writes two results to Plumbline_Health__c
            mapping.yaml   | retention: Plumbline_Retention__c    | # nothing                      | writes 'retention', but results of mapping.yaml gives it no field
            mapping.yaml   | taskKey: Plumbline_Key__c            | taskKey: Other__c              | both are to be the same field
            mapping.yaml   | RED: Red,                            | ``                             | 'results.band.values.RED' is missing
            mapping.yaml   | risks: {items: entries}              | risk: {items: entries}         | 'sections.risk' is no section of assessment.yaml; did you mean 'risks'?
            mapping.yaml   | risks: {items: entries}              | objectives: {items: entries}   | assessment.yaml takes them from 'objectives'
            mapping.yaml   | risks: {items: entries}              | risks: {text: all}             | is to be 'entries' or a list of fields of the plan
            mapping.yaml   | mitigation: Mitigation__c            | # nothing                      | maps no 'mitigation', which section 'risks' of assessment.yaml asks of every item
            mapping.yaml   | csat: {value                         | cast: {value                   | is used by no measure of assessment.yaml; did you mean 'csat'?
            mapping.yaml   | `# dealPushes: {history: pushes`     | `dealPushes: {history: pushs`  | but is to be one of pushes, stageAge, amountCut
            mapping.yaml   | `# dealPushes: {history: pushes`     | `dealPushes: {value: A__c`     | 'facts.dealPushes.days' needs 'history' beside it
            connector.yaml | everyMinutes: 15                     | reassessAt: '04:00'            | 'schedule.reassessAt' is unknown
            connector.yaml | nightlyAt: '00:10'                   | nightlyAt: '24:10'             | is '24:10', which is no time of day; write it as '00:10'
            connector.yaml | results: [health                     | results: [healt                | which is no result; did you mean 'health'?
            connector.yaml | dailyShare: 0.2                      | dailyShare: 0                  | leaves Plumbline no call at all
            connector.yaml | # scope: Type = 'Customer'           | scope: Type = 'Customer        | a text in quotes is not closed
            tasks.yaml     | {count} open                         | {counts} open                  | speaks of {counts}, which is unknown; did you mean 'count'?
            tasks.yaml     | closedStatus: Completed              | closedStatus: Not Started      | is the same as openStatus
            tasks.yaml     | SUNDAY]                              | SUNDAYS]                       | but is to be one of MONDAY
            tasks.yaml     | [SATURDAY, SUNDAY]                   | [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY] | holds every day of the week
            """)
    void refusesWhatCannotWork(String file, String from, String to, String problem) throws IOException {
        String text = text(file);
        assertThat(text).contains(from);
        write(file, text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));

        assertThat(refused()).hasMessageContaining(problem);
    }

    @Test
    void aSourceThatIsTakenOutIsUnknownAndNoError() throws IOException {
        String text = text("mapping.yaml");
        int cases = text.indexOf("  cases:\n");
        write("mapping.yaml", text.substring(0, cases) + text.substring(text.indexOf("  plans:\n")));

        assertThat(Configuration.load(Optional.of(folder)).mapping().source(SourceName.CASES))
                .isEmpty();
    }

    @Test
    void aSectionCanBeMappedToFieldsOfThePlanOrToNothing() throws IOException {
        write(
                "mapping.yaml",
                text("mapping.yaml")
                        .replace("  industry: {text: entries}\n", "")
                        .replace("competition: {text: entries, items: entries}", "competition: {text: [Rivals__c]}"));

        Configuration configuration = Configuration.load(Optional.of(folder));

        assertThat(configuration.mapping().section("industry")).isEmpty();
        assertThat(configuration.mapping().section("competition").orElseThrow().items())
                .isFalse();
        assertThat(configuration.mapping().section("competition").orElseThrow().text())
                .isEqualTo(new Section.PlanText(List.of(FieldName.of("Rivals__c"))));
    }

    private ConfigurationException refused() {
        ConfigurationException refused =
                catchThrowableOfType(ConfigurationException.class, () -> Configuration.load(Optional.of(folder)));
        assertThat(refused).isNotNull();
        return refused;
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private static String text(String file) throws IOException {
        return Files.readString(SHIPPED.resolve(file));
    }
}
