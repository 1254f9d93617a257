package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.plumbline.config.Configuration;
import io.plumbline.config.Environment;
import io.plumbline.flow.Sync;
import io.plumbline.flow.SyncRequest;
import io.plumbline.ops.start.ConnectorApplication;
import io.plumbline.ops.start.ExitCode;
import io.plumbline.ops.start.Org;
import io.plumbline.ops.storage.DataFolder;
import io.plumbline.testing.SmallOrg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the dashboard and the alerts ask for is what the program tells after a sync, so that neither can rot. */
class MonitoringTest {

    private static final Path ALERTS = Path.of("src/main/dist/monitoring/plumbline-alerts.yaml");
    private static final Path DASHBOARD = Path.of("src/main/dist/monitoring/plumbline-dashboard.json");

    private static final Pattern BRACES = Pattern.compile("\\{[^}]*}");
    private static final Pattern LABEL_LISTS = Pattern.compile("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\s*\\()\\b(?!\\s*\\()");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    @TempDir
    static Path data;

    private static SmallOrg org;
    private static ConfigurableApplicationContext context;
    private static List<String> samples;

    @BeforeAll
    static void syncAndScrape() {
        org = new SmallOrg();
        context = ConnectorApplication.withPages(
                Configuration.shipped(),
                Org.namedBy(Environment.read(ShellRun.environment(org.sandbox, data))),
                DataFolder.settings(data),
                0);
        context.getBean(Sync.class).run(SyncRequest.today());
        samples = context.getBean(PrometheusMeterRegistry.class)
                .scrape()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @AfterAll
    static void stop() {
        context.close();
        org.close();
    }

    @Test
    void everyMeterOfTheDashboardExists() throws IOException {
        Set<String> named = new TreeSet<>();
        for (JsonNode panel : new JsonMapper().readTree(DASHBOARD.toFile()).path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                named.addAll(metrics(target.path("expr").asString()));
            }
        }

        assertThat(named).hasSizeGreaterThan(25);
        assertThat(told()).containsAll(named);
    }

    @Test
    void everyMeterOfTheAlertsExistsAndEachSaysWhatToDo() throws IOException {
        List<Map<String, Object>> rules = rules();

        assertThat(rules).hasSizeBetween(6, 10).allSatisfy(rule -> {
            assertThat(told()).containsAll(metrics(String.valueOf(rule.get("expr"))));
            assertThat(rule).extractingByKey("labels").asString().containsAnyOf("page", "ticket");
            assertThat(rule)
                    .extractingByKey("annotations")
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsKeys("summary", "description");
        });
    }

    /** A reason that an alert waits for and that no refusal can have would let it sleep for ever. */
    @Test
    void theReasonsThatAnAlertWaitsForAreReasonsThatAreTold() throws IOException {
        String expression = rules().stream()
                .map(rule -> String.valueOf(rule.get("expr")))
                .filter(each -> each.contains("reason=~"))
                .findFirst()
                .orElseThrow();
        String[] reasons =
                expression.replaceAll("(?s).*reason=~\"([^\"]*)\".*", "$1").split("\\|");

        assertThat(values("plumbline_records_refused_total", "reason")).contains(reasons);
    }

    @Test
    void tellsWhatTheRunDid() {
        assertThat(value("plumbline_runs_seconds_count{status=\"complete\"}")).isEqualTo(1);
        assertThat(value("plumbline_runs_seconds_count{status=\"failed\"}")).isZero();
        assertThat(value("plumbline_accounts_judged_total")).isEqualTo(3);
        assertThat(value("plumbline_records_written_total")).isPositive();
        assertThat(value("plumbline_salesforce_calls_total")).isPositive();
        assertThat(value("plumbline_salesforce_signins_refused_total")).isZero();
        String of =
                "{org=\"" + values("plumbline_store_readable", "org").iterator().next() + "\"}";
        assertThat(value("plumbline_store_readable" + of)).isEqualTo(1);
        assertThat(value("plumbline_run_last_complete_seconds" + of)).isPositive();
        assertThat(value("plumbline_mirror_read_up_to_seconds" + of)).isEqualTo(SmallOrg.MORNING.getEpochSecond());
        assertThat(value("plumbline_outbox_backlog" + of)).isZero();
        assertThat(value("plumbline_lease_held" + of)).isZero();
        assertThat(value("plumbline_api_used" + of)).isPositive();
        assertThat(value("plumbline_api_budget" + of)).isPositive();
    }

    /** An org by its Id is a label; an account or a person never is, by Id or by name. */
    @Test
    void noLabelNamesAnAccountOrAPerson() {
        Set<String> labels = samples.stream()
                .flatMap(sample -> LABEL.matcher(sample).results())
                .map(label -> label.group(2))
                .collect(Collectors.toSet());

        assertThat(labels).noneMatch(value -> value.matches("(001|003|005|006|00T|00U)\\w{12}(\\w{3})?"));
        assertThat(labels)
                .noneMatch(value -> Stream.of("Acme", "Brook", "Cedar", "Mary", "Champion", "Buyer")
                        .anyMatch(value::contains));
        assertThat(samples.stream().filter(sample -> sample.startsWith("plumbline_")))
                .as("so many however large the org is")
                .hasSizeLessThan(80);
    }

    /** What the check of a container's health asks. */
    @Test
    void theHealthCommandTellsWhetherItIsUp() {
        String port = String.valueOf(ConnectorApplication.portOf(context));

        assertThat(ShellRun.of(Map.of(), "health", "--port", port)).isEqualTo(new ShellRun(0, "UP\n", ""));
        ShellRun silent = ShellRun.of(Map.of(), "health", "--port", "1");
        assertThat(silent.exitCode()).isEqualTo(ExitCode.FAILED.number());
        assertThat(silent.out()).startsWith("Nothing answers on port 1.");
    }

    /** The names of metrics in an expression: words that are neither functions nor labels nor of the language. */
    private static Set<String> metrics(String expression) {
        String bare = LABEL_LISTS
                .matcher(BRACES.matcher(expression).replaceAll(""))
                .replaceAll("")
                .replaceAll("\\[[^]]*]", "");
        return WORD.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(word -> !Set.of("and", "or", "unless", "offset", "bool", "by", "e")
                        .contains(word))
                .filter(word -> !bare.matches("(?s).*\\b" + word + "\\s*\\(.*"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> told() {
        return samples.stream().map(sample -> sample.split("[{ ]")[0]).collect(Collectors.toSet());
    }

    private static Set<String> values(String metric, String label) {
        return samples.stream()
                .filter(sample -> sample.startsWith(metric + "{"))
                .flatMap(sample -> LABEL.matcher(sample).results())
                .filter(found -> found.group(1).equals(label))
                .map(found -> found.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static double value(String series) {
        return samples.stream()
                .filter(sample -> sample.startsWith(series + " "))
                .map(sample -> Double.parseDouble(sample.substring(sample.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow(() -> new AssertionError(series + " is not among " + told()));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules() throws IOException {
        Map<String, Object> file = new Yaml().load(Files.readString(ALERTS));
        List<Map<String, Object>> groups = (List<Map<String, Object>>) file.get("groups");
        return (List<Map<String, Object>>) groups.getFirst().get("rules");
    }
}
