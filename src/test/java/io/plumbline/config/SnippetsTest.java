package io.plumbline.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.AssessmentModel;
import io.plumbline.assess.Finding;
import io.plumbline.assess.Reason;
import io.plumbline.dossier.json.DossierJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The snippets of the recipes, each put into the shipped file that its first line names. */
class SnippetsTest {

    private static final Path SHIPPED = Path.of("connector-config");
    private static final String ACCOUNT = """
            {"asOf": "2026-06-30", "activityCapture": true, "account": {"id": "A1", "facts": {
               "adoption": {"value": 0.4, "date": "2026-06-01"}, "openInvoices": {"value": 3, "date": "2026-06-01"}}},
             "users": [{"id": "U1"}], "team": [{"userId": "U1", "role": "sustainability manager"}],
             "interactions": [{"id": "I1", "kind": "call", "date": "2026-03-30"}],
             "plans": [{"id": "P1", "state": "active", "periodStart": "2026-01-01", "periodEnd": "2026-12-31",
               "sections": {"sustainability": {"text": "They want to emit less."}}}]}
            """.replace("\n", "");

    @TempDir
    Path folder;

    /** By recipe, by file: what is to be added. */
    private final Map<String, Map<String, Map<Object, Object>>> snippets = new LinkedHashMap<>();

    @BeforeEach
    void readTheReadme() throws IOException {
        String recipe = "";
        Matcher piece = Pattern.compile("### (.*?)\n|```yaml\n# (\\S+)\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(SHIPPED.resolve("README.md")));
        while (piece.find()) {
            if (piece.group(1) != null) {
                recipe = piece.group(1);
            } else {
                snippets.computeIfAbsent(recipe, key -> new LinkedHashMap<>())
                        .put(piece.group(2), new Yaml().load(piece.group(3)));
            }
        }
    }

    @Test
    void everySnippetIsAcceptedWhereItBelongs() throws IOException {
        assertThat(snippets).hasSizeGreaterThan(8);
        for (String recipe : snippets.keySet()) {
            assertThat(configuredBy(recipe)).as(recipe).isNotNull();
        }
    }

    @Test
    void aMeasureFromAnyFactIsJudgedWithoutCode() throws IOException {
        assertThat(assessedBy("Add a measure").health().measures()).containsEntry("value.adoption", 60.0);
    }

    @Test
    void aDimensionOfYourOwnCountsForItsSide() throws IOException {
        Assessment assessment = assessedBy("Add a dimension");

        assertThat(assessment.health().dimensions()).containsEntry("payment", 0.0);
        assertThat(assessment.health().measures()).containsEntry("payment.overdue", 0.0);
        assertThat(assessment.findings())
                .filteredOn(finding -> finding.id().equals("payment.overdue"))
                .extracting(Finding::message)
                .containsExactly("Overdue stands at 3, which scores 0 of 100.");
    }

    @Test
    void aSectionOfYourOwnIsMeasured() throws IOException {
        assertThat(assessedBy("Add a section").thoroughness().sections()).containsEntry("sustainability", 5.0 / 30);
    }

    @Test
    void aRoleOfYourOwnIsCovered() throws IOException {
        Assessment assessment = assessedBy("Add a role");

        assertThat(assessment.roles().missing())
                .doesNotContain("sustainability_lead")
                .contains("innovator");
        assertThat(assessment.roles().score()).isEqualTo(100.0 / 10);
    }

    @Test
    void labelsOfYourOwnStandInFindingsAndReasons() throws IOException {
        Assessment assessment = assessedBy("Call something by another name");

        assertThat(assessment.findings())
                .extracting(Finding::message)
                .contains(
                        "Threats to our business: 0 of 2 entries are complete.",
                        "Nobody active on the account team covers the role \"Value engineer\".");
        assertThat(assessment.reasons())
                .filteredOn(reason -> reason.measure().equals("breadth.engaged"))
                .extracting(Reason::label)
                .containsExactly("People we talk to");
    }

    private Assessment assessedBy(String recipe) throws IOException {
        return new AssessmentModel(configuredBy(recipe).policy())
                .assess(new DossierJson().read(ACCOUNT).dossier(), null);
    }

    private Configuration configuredBy(String recipe) throws IOException {
        Files.list(folder).forEach(file -> file.toFile().delete());
        for (Map.Entry<String, Map<Object, Object>> snippet :
                snippets.get(recipe).entrySet()) {
            Map<Object, Object> shipped = new Yaml().load(Files.readString(SHIPPED.resolve(snippet.getKey())));
            add(snippet.getValue(), shipped);
            Files.writeString(folder.resolve(snippet.getKey()), new Yaml().dump(shipped));
        }
        return Configuration.load(Optional.of(folder));
    }

    @SuppressWarnings("unchecked")
    private static void add(Map<Object, Object> snippet, Map<Object, Object> file) {
        snippet.forEach((key, value) -> {
            Object there = file.get(key);
            if (value instanceof Map<?, ?> more && there instanceof Map<?, ?> map) {
                add((Map<Object, Object>) more, (Map<Object, Object>) map);
            } else if (value instanceof List<?> more && there instanceof List<?> list && key.equals("sections")) {
                List<Object> all = new ArrayList<>(list);
                all.addAll(more);
                file.put(key, all);
            } else {
                file.put(key, value);
            }
        });
    }
}
