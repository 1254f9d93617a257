package io.plumbline.assess;

import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.json.DossierJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * An account of tier 1 on 2026-06-30 with what a test gives of it, as JSON with single quotes, judged under the shipped policy
 * or under one in which a test replaced some words.
 */
public final class GivenAccount {

    public static final LocalDate TODAY = LocalDate.parse("2026-06-30");

    private static final Path SHIPPED = Path.of("connector-config", "assessment.yaml");
    private static final Map<String, AssessmentPolicy> POLICIES = new ConcurrentHashMap<>();

    private final String policy;
    private final String members;

    private GivenAccount(String policy, String members) {
        this.policy = policy;
        this.members = members;
    }

    /** {@code given} replaces members such as {@code 'account'} that stand there by default. */
    public static GivenAccount with(String given) {
        return new GivenAccount(shipped(), given);
    }

    /** An active plan of this year, owned by the account's owner, with more members, or others instead. */
    public static GivenAccount withPlan(String given) {
        return with("'plans': [" + plan(given) + "]");
    }

    /** The JSON of the plan of {@link #withPlan}. */
    public static String plan(String given) {
        return merged(
                "'id': 'P1', 'state': 'active', 'ownerId': 'U1', 'periodStart': '2026-01-01', 'periodEnd': '2026-12-31'",
                given);
    }

    public GivenAccount and(String more) {
        return new GivenAccount(policy, members + ", " + more);
    }

    /** Under a policy in which the one line of the shipped file that holds {@code words} says something else instead. */
    public GivenAccount where(String words, String instead) {
        if (policy.split(Pattern.quote(words), -1).length != 2) {
            throw new IllegalArgumentException("Not exactly once in the shipped policy: " + words);
        }
        return new GivenAccount(policy.replace(words, instead), members);
    }

    public Dossier dossier() {
        String json = merged(
                "'asOf': '" + TODAY + "', 'account': {'id': 'A1', 'ownerId': 'U1', 'tier': 1}, 'activityCapture': true",
                members);
        return new DossierJson().read(json.replace('\'', '"')).dossier();
    }

    public Assessment assess() {
        return model().assess(dossier(), null);
    }

    public ExplainedAssessment explain() {
        return model().explain(dossier(), null);
    }

    /** The score of a health measure; null when unknown. */
    public Double measure(String id) {
        return assess().health().measures().get(id);
    }

    /** What goes into the curve of a measure, whatever its score. */
    public Double x(String measure) {
        return (Double) where("finding: {warn: 50", "finding: {warn: 101")
                .finding(measure)
                .evidence()
                .get("x");
    }

    public Double executionMeasure(String id) {
        return assess().execution().measures().get(id);
    }

    public CheckVerdict check(String id) {
        return assess().vetting().checks().get(id);
    }

    public ClockVerdict clock(String id) {
        return assess().currency().clocks().get(id);
    }

    public boolean isCappedBy(String cap) {
        return assess().health().caps().contains(cap);
    }

    /** The finding of this id, which there must be. */
    public Finding finding(String id) {
        return assess().findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no finding " + id));
    }

    public static String ago(int days) {
        return TODAY.minusDays(days).toString();
    }

    public static String ahead(int days) {
        return TODAY.plusDays(days).toString();
    }

    /** Made anew each time: mutation testing changes its code within one virtual machine. */
    private AssessmentModel model() {
        return new AssessmentModel(POLICIES.computeIfAbsent(
                policy, text -> AssessmentPolicy.load(YamlFile.parse(SHIPPED.toString(), text))));
    }

    /** The members of one JSON object: of a key that comes twice, readers of JSON take the last. */
    private static String merged(String usual, String given) {
        return "{" + usual + (given.isEmpty() ? "" : ", " + given) + "}";
    }

    private static String shipped() {
        try {
            return Files.readString(SHIPPED);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
