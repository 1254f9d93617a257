package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.flow.Inquiry;
import io.plumbline.flow.Preview;
import io.plumbline.flow.Sync;
import io.plumbline.flow.SyncRequest;
import io.plumbline.flow.SyncSummary;
import io.plumbline.flow.preview.AccountPreview;
import io.plumbline.flow.preview.FindingPreview;
import io.plumbline.journal.Answer;
import io.plumbline.ops.RunningApi.Reply;
import io.plumbline.testing.SmallOrg;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A finding that a person answers, from the flow in Salesforce to the task and the fields there. */
class AnswerOverHttpTest {

    private static final String FINDING = "plan.review";

    @TempDir
    static Path data;

    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = new RunningApi(data, Configuration.shipped());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    /** One life of an answer: given, respected, told of everywhere, and over. */
    @Test
    void answeredFindingAsksForNothingUntilItsDay() {
        JsonNode before = api.verdict(api.org.acme).json();
        assertThat(finding(before).path("answered").asBoolean()).isFalse();
        String task = api.org.openTask(api.org.acme, "currency");

        Map<String, Object> answer = api.answer(FINDING);
        answer.put("until", SmallOrg.TODAY.toString());
        Reply given = api.answer(api.org.acme, answer);

        assertThat(given.status()).as(given.text()).isEqualTo(200);
        JsonNode after = given.json();
        assertThat(finding(after).path("answered").asBoolean()).isTrue();
        assertThat(finding(after).path("answeredBecause").asString()).isEqualTo(answer.get("reason"));
        assertThat(finding(after).path("answeredUntil").asString()).isEqualTo(answer.get("until"));
        for (String number : List.of(
                "health",
                "retention",
                "growth",
                "confidence",
                "thoroughness",
                "vetting",
                "execution",
                "roleCoverage")) {
            assertThat(after.path(number)).as(number).isEqualTo(before.path(number));
        }
        assertThat(after.path("planCurrency")).isEqualTo(before.path("planCurrency"));

        JsonNode detail = new JsonMapper().readTree(api.org.text("Account", api.org.acme, "Plumbline_Detail__c"));
        assertThat(detail.path("answered").path(0).path("id").asString()).isEqualTo(FINDING);
        assertThat(detail.path("findings").findValuesAsString("id")).doesNotContain(FINDING);
        assertThat(api.org.text("Task", task, "Description")).doesNotContain("Kept by Plumbline for: " + FINDING);
        assertThat(explained().answers()).extracting(Answer::finding).containsExactly(FINDING);

        SyncSummary all = sync(SyncRequest.ofEverything());
        assertThat(all.remarks()).anyMatch(remark -> remark.startsWith("1 finding was answered"));
        assertThat(all.written().fields()).isZero();

        api.org.goOn(Duration.ofDays(1));
        SyncSummary nextDay = sync(SyncRequest.today());
        assertThat(nextDay.remarks()).noneMatch(remark -> remark.contains("answered"));
        assertThat(finding(api.verdict(api.org.acme).json()).path("answered").asBoolean())
                .isFalse();
        assertThat(api.org.text("Task", api.org.openTask(api.org.acme, "currency"), "Description"))
                .contains(FINDING + " (");
    }

    @Test
    void explainSaysWhatWasAnsweredAndSoDoesAPreview(@TempDir Path ofThisTest) {
        try (RunningApi other = new RunningApi(ofThisTest, Configuration.shipped())) {
            Map<String, Object> answer = other.answer(FINDING);
            assertThat(other.answer(other.org.acme, answer).status()).isEqualTo(200);

            Preview.Previewed preview =
                    (Preview.Previewed) other.context.getBean(Preview.class).run(null, Optional.empty());
            assertThat(preview.now().accounts())
                    .flatExtracting(AccountPreview::findings)
                    .extracting(FindingPreview::answered)
                    .filteredOn(said -> !said.isEmpty())
                    .containsExactly("Answered until " + answer.get("until") + ": " + answer.get("reason"));

            other.context.close();
            ShellRun explained = ShellRun.of(
                    ShellRun.environment(other.org.sandbox, ofThisTest),
                    "explain",
                    "Acme",
                    "--as-of",
                    SmallOrg.TODAY.toString());
            assertThat(explained.out())
                    .contains("(" + FINDING + "), by " + other.org.sam + " until " + answer.get("until") + ": "
                            + answer.get("reason"));
        }
    }

    private static Inquiry.Explained explained() {
        return (Inquiry.Explained) api.context
                .getBean(Inquiry.class)
                .explain(Optional.empty(), api.org.acme, Optional.empty(), RunningApi.NOW);
    }

    private static SyncSummary sync(SyncRequest request) {
        return api.context.getBean(Sync.class).run(request);
    }

    private static JsonNode finding(JsonNode verdict) {
        return verdict.path("findings")
                .valueStream()
                .filter(finding -> finding.path("key").asString().equals(FINDING))
                .findFirst()
                .orElseThrow();
    }
}
