package io.plumbline.ops.api;

import io.plumbline.assess.Band;
import io.plumbline.assess.ClockVerdict;
import io.plumbline.assess.Trend;
import io.plumbline.flow.LatestVerdict;
import io.plumbline.journal.Answer;
import io.plumbline.journal.Verdict;
import io.plumbline.ops.text.Words;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The latest verdict in the words of the contract. */
final class VerdictAnswer {

    private static final JsonMapper JSON = new JsonMapper();

    private VerdictAnswer() {}

    static AccountVerdict of(LatestVerdict latest) {
        Verdict verdict = latest.judged().account().verdict();
        List<VerdictFinding> findings = JSON.readTree(latest.judged().assessment())
                .path("findings")
                .valueStream()
                .map(finding -> finding(finding, latest))
                .toList();
        return new AccountVerdict(
                verdict.account().value(),
                verdict.asOf(),
                Words.band(Band.valueOf(verdict.band())),
                verdict.writtenHealth(),
                verdict.retention(),
                verdict.growth(),
                Words.trend(Trend.valueOf(verdict.trend())),
                verdict.confidence(),
                Words.currency(ClockVerdict.valueOf(verdict.planCurrency())),
                verdict.thoroughness(),
                verdict.vetting(),
                verdict.execution(),
                verdict.roleCoverage(),
                nextStep(findings),
                latest.judged().account().reasons().lines().toList(),
                findings);
    }

    private static VerdictFinding finding(JsonNode finding, LatestVerdict latest) {
        String key = finding.path("id").asString();
        Optional<Answer> answer = latest.answer(key);
        return new VerdictFinding(
                key,
                latest.label(key),
                finding.path("message").asString(),
                finding.path("remedy").asString(),
                answer.isPresent(),
                answer.map(Answer::reason).orElse(null),
                answer.map(Answer::until).orElse(null));
    }

    /** That of the most severe one that nobody answered, also when the answer came since. */
    private static String nextStep(List<VerdictFinding> findings) {
        return findings.stream()
                .filter(finding -> !finding.answered())
                .map(VerdictFinding::step)
                .findFirst()
                .orElse("");
    }
}
