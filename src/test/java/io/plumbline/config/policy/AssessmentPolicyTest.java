package io.plumbline.config.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.config.yaml.ConfigurationException;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.config.yaml.YamlProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentPolicyTest {

    private static final Path SHIPPED = Path.of("connector-config", "assessment.yaml");
    private static final Path DESIGN = Path.of("..", "shared", "design", "assessment.yaml");
    private static final Path CUSTOM = Path.of("..", "shared", "golden", "policy-custom.yaml");

    @Test
    void shippedPolicyHasTheNumbersOfTheDesign() {
        assumeTrue(Files.exists(DESIGN), "the design is not beside this clone");

        // Patterns have no equality, but their text and flags print.
        assertThat(AssessmentPolicy.load(YamlFile.read(SHIPPED)).toString())
                .isEqualTo(AssessmentPolicy.load(YamlFile.read(DESIGN)).toString());
    }

    @Test
    void anAdministratorMayAddAndRemove() {
        assumeTrue(Files.exists(CUSTOM), "the golden files are not beside this clone");

        AssessmentPolicy policy = AssessmentPolicy.load(YamlFile.read(CUSTOM));

        assertThat(policy.health().dimensions())
                .extracting(HealthPolicy.Dimension::id)
                .contains("adoption");
        assertThat(policy.health().caps()).extracting(HealthPolicy.Cap::cap).doesNotContain(HealthCap.NO_EXECUTIVE);
        assertThat(policy.vetting().checks())
                .extracting(VettingPolicy.Check::check)
                .doesNotContain(VettingCheck.REALISTIC);
        assertThat(policy.opportunities().commitment().pushed()).containsKeys(1.0, 2.0, 3.0);
    }

    /** Trap family K: what section 0 of the model rejects, each as one change of the shipped file. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [[1, 100], [1.5, 50], [2, 0]]     | [[1, 100], [1, 50]]            | each x must be greater
            vet.target:     {weight: 2}       | vet.target: {weight: -2}       | 'vetting.vet.target.weight' is -2, but is to be a number of at least 0
            engaged: {1: 90, 2: 120, 3: 180}  | engaged: {1: 90, 3: 180}       | 'windows.engaged.2' is missing
            vet.target:     {weight: 2}       | vet.targets: {weight: 2}       | 'vetting.vet.targets' is unknown; did you mean 'vet.target'?
            cap.silence:                      | cap.silent:                    | did you mean 'cap.silence'?
            exec.delivered: {weight: 2}       | exec.deliverd: {weight: 2}     | did you mean 'exec.delivered'?
            momentum.win_rate: {weight: 1,    | momentum.hit_rate: {weight: 1, | is no measure of the model
            fact: shareOfWallet, curve: [[0, 0], [0.1, 30], [0.3, 70], [0.5, 100]]} | fact: shareOfWallet} | 'health.dimensions.momentum.measures.momentum.wallet.curve' is missing
            value.whitespace: {weight: 1,     | momentum.margin: {weight: 1,   | a second time
            Innovator: [innovator]            | Innovator: [inovator]          | which has no weight in 'roles.weights'; did you mean 'innovator'?
            smoothing: 3                      | smoothing: 0                   | smoothing' is 0, but is to be a number of at least
            weight: 3, minWords: 60           | weight: 3                      | asks for nothing
            weight: 3, minWords: 60           | weight: 3, minWords: 0         | asks for nothing
            side: retention                   | side: retained                 | is to be one of retention, growth
            weight: 1, tiers: [1, 2], seen    | weight: 1, tiers: [], seen     | names no tier
            weight: 1, tiers: [1, 2], seen    | weight: 1, tiers: [4], seen    | is to be a whole number from 1 to 3
            '\\bdirector\\b'                  | '(director'                    | is no regular expression
            tiers: {default: 2}               | tiers: {default: 4}            | 'tiers.default' is 4, but is to be a whole number from 1 to 3
            dueSoonShare: 0.8                 | dueSoonshare: 0.8              | 'currency.dueSoonshare' is unknown; did you mean 'dueSoonShare'?
            fact: shareOfWallet, curve: [[0, 0], [0.1, 30], [0.3, 70], [0.5, 100]]} | fact: shareOfWallet, curve: {1: [[0, 0]], 2: [[0, 0]]}} | 'health.dimensions.momentum.measures.momentum.wallet.curve.3' is missing
            {1: 30, 2: 60, 3: 90}             | {1: 30, 2: 60, 3: 90, 4: 1}    | 'currency.reviewCadenceDays.4' is unknown
            smoothing: 2                      | smoothing: -1                  | smoothing' is -1, but is to be a number of at least
            [[1, 100], [1.5, 50], [2, 0]]     | []                             | has no points
            [[1, 100], [1.5, 50], [2, 0]]     | [[1, 100], [1.5]]              | is to be a point [x, y]
            results_driver: 2,                | results_driver: -2,            | 'roles.weights.results_driver' is -2
            executive: ['\\bchief\\b'         | bosses: ['\\bchief\\b'         | 'seniority.executive' is missing
            max: 40, days                     | max: .nan, days                | 'health.caps.cap.silence.max' is .nan, but is to be a number from 0 to 100
            halfLifeDays: 60                  | halfLifeDays: .inf             | 'interactions.halfLifeDays' is .inf
            tiers: {default: 2}               | labels: {section.risk: Threats}  | 'labels.section.risk' labels what the policy does not hold; did you mean 'section.risks'?
            tiers: {default: 2}               | labels: {section.risks: ''}    | 'labels.section.risks' is empty
            from: stakeholders                | from: contacts                 | is to be one of objectives, actions, stakeholders, valueOpportunities
            """)
    void refuses(String from, String to, String message) {
        ConfigurationException refused = refusalOf(from, to);

        assertThat(refused).as("refusal of " + to).isNotNull();
        assertThat(refused.problems())
                .extracting(YamlProblem::toString)
                .anySatisfy(problem -> assertThat(problem).contains(message).startsWith("assessment.yaml:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+$",
                "(\\w+\\s?)*chief",
                "(.*)*director",
                "([a-z]+){2,}x",
                "((a|b+)c?)*",
                "([+*])[)]+(x+y?)+",
                "(a+)+\\1b",
                "a*a*a*a*a*b",
                "(a+)\\1+\\1+c*c*c*c*$",
                "\\Q(\\E(a*)*"
            })
    void refusesAPatternThatTriesForEver(String pattern) {
        ConfigurationException refused = refusalOf("'\\bdirector\\b'", "'" + pattern + "'");

        assertThat(refused).as(pattern).isNotNull();
        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("assessment.yaml:")
                        .contains("'seniority.director[1]'")
                        .contains("for ever on a title"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".*director.*",
                "(head|chief) of( the)?",
                "^(senior |junior )*director$",
                "(a++)+",
                "\\(a+\\)+",
                "[(a+)]+",
                "director{1,3}",
                "dir[a-z]+ of [a-z]+",
                "\\Q(a+)+\\E"
            })
    void acceptsAPatternThatComesToAnEnd(String pattern) {
        assertThat(refusalOf("'\\bdirector\\b'", "'" + pattern + "'"))
                .as(pattern)
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vet.mutual", "exec.review", "cap.escalation", "value.proactive", "risks"})
    void acceptsThatARuleIsRemoved(String id) throws Exception {
        List<String> lines = Files.readAllLines(SHIPPED);
        String without = String.join(
                "\n",
                lines.stream()
                        .filter(line -> !line.strip().startsWith(id + ":") && !line.contains("{id: " + id + ","))
                        .toList());

        assertThat(ids(AssessmentPolicy.load(YamlFile.read(SHIPPED)))).contains(id);
        assertThat(ids(AssessmentPolicy.load(YamlFile.parse("assessment.yaml", without))))
                .doesNotContain(id);
    }

    @Test
    void listsAllProblemsOfAFileAtOnce() throws Exception {
        String broken = Files.readString(SHIPPED)
                .replace("capture: 90", "capture: many")
                .replace("green: 75", "green: 175")
                .replace("  successorGapDays: 31", "");

        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class, () -> AssessmentPolicy.load(YamlFile.parse("assessment.yaml", broken)));

        assertThat(refused.problems()).hasSize(3);
    }

    /** Null when the shipped policy with this change is accepted. */
    private static @Nullable ConfigurationException refusalOf(String from, String to) {
        try {
            String shipped = Files.readString(SHIPPED);
            assertThat(shipped).contains(from);
            AssessmentPolicy.load(YamlFile.parse("assessment.yaml", shipped.replace(from, to)));
            return null;
        } catch (ConfigurationException refused) {
            return refused;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> ids(AssessmentPolicy policy) {
        List<String> ids = new ArrayList<>();
        policy.vetting().checks().forEach(check -> ids.add(check.check().id()));
        policy.execution()
                .measures()
                .forEach(measure -> ids.add(measure.measure().id()));
        policy.health().caps().forEach(cap -> ids.add(cap.cap().id()));
        policy.thoroughness().sections().forEach(section -> ids.add(section.id()));
        policy.health()
                .dimensions()
                .forEach(dimension -> dimension.measures().forEach(measure -> ids.add(measure.id())));
        return ids;
    }
}
