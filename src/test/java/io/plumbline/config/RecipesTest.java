package io.plumbline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.config.mapping.Fact;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.config.mapping.Translation;
import io.plumbline.config.yaml.ConfigurationException;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe for another plan object, done exactly as the README says. */
class RecipesTest {

    private static final Path SHIPPED = Path.of("connector-config");

    @TempDir
    Path folder;

    private final List<String> blocks = new ArrayList<>();

    @BeforeEach
    void readTheReadme() throws IOException {
        Matcher block = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(SHIPPED.resolve("README.md")));
        while (block.find()) {
            if (!block.group(1).startsWith("# ")) {
                blocks.add(block.group(1));
            }
        }
        assertThat(blocks).hasSize(6);
        String mapping = Files.readString(SHIPPED.resolve("mapping.yaml"));
        mapping = between(mapping, "  plans:\n", "  currencies:\n", blocks.get(0) + "\n");
        mapping = between(mapping, "sections:\n", "# The field of Account", blocks.get(1) + "\n");
        Files.writeString(folder.resolve("mapping.yaml"), mapping);
    }

    @Test
    void entriesMayStandInNumberedFieldsOfThePlan() throws IOException {
        withoutTheMeasureOfObjectives();
        Path mapping = folder.resolve("mapping.yaml");
        Files.writeString(
                mapping, Files.readString(mapping).replace("  currencies:\n", blocks.get(3) + "\n  currencies:\n"));

        Mapping mapped = Configuration.load(Optional.of(folder)).mapping();

        assertThat(mapped.source(SourceName.PLAN_STAKEHOLDERS)).isEmpty();
        assertThat(mapped.columns(SourceName.PLAN_STAKEHOLDERS)
                        .orElseThrow()
                        .column("role")
                        .orElseThrow()
                        .field(5))
                .isEqualTo(FieldName.of("Stakeholder_5_Role__c"));
    }

    @Test
    void accountPlansOfSalesCloudCanBeMapped() throws IOException {
        withoutTheMeasureOfObjectives();

        Mapping mapping = Configuration.load(Optional.of(folder)).mapping();

        assertThat(mapping.source(SourceName.PLANS).orElseThrow().object()).isEqualTo(ObjectName.of("AccountPlan"));
        assertThat(mapping.source(SourceName.PLAN_ACTIONS)).isEmpty();
        assertThat(mapping.sections())
                .containsOnlyKeys("customer_strategy", "industry", "competition", "relationship_history");
    }

    @Test
    void aPlanMayNameItsFiscalYear() throws IOException {
        withoutTheMeasureOfObjectives();
        Path mapping = folder.resolve("mapping.yaml");
        Files.writeString(
                mapping,
                Files.readString(mapping)
                        .replace("      periodStart: StartDate\n      periodEnd: EndDate\n", blocks.get(4))
                        .replace("  currencies:\n", blocks.get(5) + "\n  currencies:\n"));

        Mapping mapped = Configuration.load(Optional.of(folder)).mapping();

        assertThat(mapped.mapped(Fact.PLAN_PERIOD_END).orElseThrow().translation())
                .isEqualTo(new Translation.FiscalDay(true));
        assertThat(mapped.source(SourceName.FISCAL_YEARS).orElseThrow().object())
                .isEqualTo(ObjectName.of("FiscalYearSettings"));
    }

    private void withoutTheMeasureOfObjectives() throws IOException {
        String assessment = Files.readString(SHIPPED.resolve("assessment.yaml"));
        Files.writeString(
                folder.resolve("assessment.yaml"),
                Pattern.compile("^ +- \\{id: objectives,.*\n", Pattern.MULTILINE)
                        .matcher(assessment)
                        .replaceFirst(Matcher.quoteReplacement(blocks.get(2))));
    }

    @Test
    void itemFieldsThatNothingSuppliesAreRefusedAsTheReadmeSays() {
        ConfigurationException refused =
                catchThrowableOfType(ConfigurationException.class, () -> Configuration.load(Optional.of(folder)));

        assertThat(refused)
                .hasMessageContaining("maps no 'measure'")
                .hasMessageContaining("maps no 'target'")
                .hasMessageContaining("take it out of itemFields");
    }

    private static String between(String text, String from, String to, String put) {
        int start = text.indexOf("\n" + from) + 1;
        int end = text.indexOf("\n" + to) + 1;
        assertThat(start).isPositive().isLessThan(end);
        return text.substring(0, start) + put + text.substring(end);
    }
}
