package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.config.Connection;
import io.plumbline.config.Environment;
import io.plumbline.crm.RecordId;
import io.plumbline.flow.Sync;
import io.plumbline.flow.SyncRequest;
import io.plumbline.journal.Answer;
import io.plumbline.journal.Answers;
import io.plumbline.journal.Runs;
import io.plumbline.journal.SchedulePause;
import io.plumbline.ops.access.Audit;
import io.plumbline.ops.access.Role;
import io.plumbline.ops.start.ConnectorApplication;
import io.plumbline.ops.start.Org;
import io.plumbline.ops.storage.DataFolder;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.Trap;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The pages as a browser gets them, over HTTP, of an org that was synced once. */
class ConsoleTest {

    private static final String EVIL = "<script>alert(1)</script>";

    private static SmallOrg org;
    private static ConfigurableApplicationContext context;
    private static Browser operator;
    private static Browser stranger;

    @BeforeAll
    static void start(@TempDir Path data) {
        org = new SmallOrg();
        org.account(EVIL, org.sam);
        Connection connection = Org.namedBy(Environment.read(ShellRun.environment(org.sandbox, data)));
        context = ConnectorApplication.withPages(Configuration.shipped(), connection, DataFolder.settings(data), 0);
        operator = Browser.signedIn(context, Role.OPERATOR, true);
        assertThat(operator.get("/").body()).contains("No run has begun yet");
        assertThat(operator.get("/accounts").body()).contains("No account was judged so far");
        context.getBean(Sync.class).run(SyncRequest.today());
        stranger = Browser.signedIn(context, Role.VIEWER, false);
    }

    @AfterAll
    static void stop() {
        context.close();
        org.close();
    }

    @Test
    void overviewSaysHowTheLastRunEndedAndWhatItWrote() {
        Document page = operator.page("/");

        assertThat(page.text()).contains("The last run began", "accounts judged", "fields written", "in quarantine");
        assertThat(page.select("table a").eachAttr("href")).contains("/runs/1");
    }

    @Test
    void listNarrowsAndSorts() {
        assertThat(names(operator.page("/accounts"))).contains("Acme", "Brook", "Cedar");
        assertThat(names(operator.page("/accounts?sort=name"))).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(names(operator.page("/accounts?search=bro"))).containsExactly("Brook");
        assertThat(names(operator.page("/accounts?search=" + org.cedar))).containsExactly("Cedar");
        assertThat(names(operator.page("/accounts?band=nonsense&plan=&page=99")))
                .contains("Acme");
        assertThat(operator.page("/accounts?search=nobody").text()).contains("No account is like this");
    }

    @Test
    void accountIsExplainedDownToItsRecords() {
        Document page = operator.page("/accounts/" + org.acme);

        assertThat(page.text()).contains("Acme", "The plan has not been reviewed for 150 days");
        assertThat(page.text()).contains("Review the plan with the account team");
        assertThat(page.select(".tree").text()).contains("Health", org.plan);
        assertThat(page.select("#plan ~ .sentences").text()).isNotBlank();
    }

    @Test
    void answerOfAFindingIsShownWhereverTheFindingIs() {
        Answer answer = new Answer(
                RecordId.of(org.acme),
                "plan.review",
                "Acme is being sold",
                RecordId.of(org.sam),
                Instant.parse("2026-06-30T07:00:00Z"),
                LocalDate.now().plusYears(1));
        context.getBean(Answers.class)
                .give(context.getBean(Runs.class).latestOrg().orElseThrow(), answer);

        assertThat(operator.page("/accounts/" + org.acme).select(".answered").text())
                .contains("Answered until " + answer.until() + ": Acme is being sold");
        assertThat(operator.page("/answers").select("tbody tr").text())
                .contains("Acme", "plan.review", "Acme is being sold");
        assertThat(stranger.page("/answers").select("tbody tr").text())
                .contains("plan.review")
                .doesNotContain("Acme");
    }

    @Test
    void runShowsEveryRecordThatItSent() {
        Document page = operator.page("/runs/1");

        assertThat(page.text()).contains("Complete", "Saved", "Acme");
        assertThat(operator.page("/runs/1?outcome=refused").text()).contains("Nothing like this was sent");
        assertThat(operator.page("/runs").select("tbody tr")).isNotEmpty();
    }

    /** A name is text, whatever somebody typed into Salesforce. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/accounts", "/accounts?search=%3Cscript%3E", "/runs/1", "/audit"})
    void nameWithMarkupStaysText(String path) {
        assertThat(operator.get(path).body()).doesNotContain(EVIL);
    }

    @Test
    void textOfAFormStaysText() {
        assertThat(operator.get("/accounts?search=%22%3E" + "%3Cb%20onclick%3Dx%3E")
                        .body())
                .doesNotContain("<b onclick");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accounts/001000000000000", "/accounts/nobody", "/runs/99999", "/nothing", "/run"})
    void whatThereIsNotIsSaidInAPage(String path) {
        HttpResponse<String> answer = operator.get(path);

        assertThat(answer.statusCode()).isIn(404, 405);
        assertThat(answer.body()).contains("Not here").doesNotContain("Exception");
    }

    /** Every page that can be reached by links, as somebody who may not see names. */
    @Trap("L10")
    @Test
    void whoMaySeeNoNamesSeesNone() {
        Map<String, String> pages = walk(stranger);

        assertThat(pages).hasSizeGreaterThan(8);
        assertThat(pages.keySet()).anyMatch(path -> path.startsWith("/accounts/001"));
        assertThat(pages)
                .allSatisfy((path, text) ->
                        assertThat(text).as(path).doesNotContain("Acme", "Brook", "Cedar", "Sam ", "Pat ", "alert(1)"));
        assertThat(walk(operator).values()).as("others do").anyMatch(text -> text.contains("Acme"));
    }

    @Trap("L10")
    @Test
    void searchTellsNoName() {
        assertThat(names(stranger.page("/accounts?search=acm")))
                .as("narrows nothing")
                .hasSize(4);
        assertThat(names(stranger.page("/accounts?search=" + org.acme))).containsExactly(org.acme);
        assertThat(names(stranger.page("/accounts?sort=name"))).isSorted();
        assertThat(names(stranger.page("/accounts?owner=Nobody"))).hasSize(4);
    }

    @Trap("L10")
    @Test
    void lookingAtAnAccountByNameIsAudited() {
        operator.get("/accounts/" + org.brook);
        stranger.get("/accounts/" + org.cedar);

        assertThat(audited()).contains("LOOKED_AT operator-with-names " + org.brook);
        assertThat(audited()).noneMatch(entry -> entry.contains(org.cedar));
        assertThat(operator.page("/audit").text()).contains("looked at the account " + org.brook);
    }

    @Test
    void viewerSeesNoButtonsAndCannotPressThem() {
        Document page = stranger.page("/");
        String token = page.select("form[action=/sign-out] input").attr("value");

        assertThat(page.select("form").eachAttr("action")).containsExactly("/sign-out");
        for (String button : List.of("/run", "/preview", "/pause", "/resume", "/quarantine/release")) {
            assertThat(stranger.post(button, Map.of("_csrf", token)).statusCode())
                    .as(button)
                    .isEqualTo(403);
        }
        assertThat(stranger.get("/audit").statusCode()).isEqualTo(403);
        assertThat(stranger.get("/previews/report.html").statusCode()).isEqualTo(403);
    }

    @Test
    void buttonBeginsARunThatTheJournalKnows() {
        int before = runs();

        HttpResponse<String> pressed = operator.submit("/", "/run", Map.of());

        assertThat(pressed.headers().firstValue("Location")).hasValue("/");
        assertThat(audited()).contains("RAN operator-with-names ");
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> runs() > before && idle());
    }

    @Test
    void previewIsMadeInTheBackgroundAndFetched() {
        assertThat(operator.get("/previews/report.html").statusCode()).isEqualTo(404);

        operator.submit("/", "/preview", Map.of());

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> operator.get("/previews/report.html").statusCode() == 200);
        HttpResponse<String> report = operator.get("/previews/report.html");
        assertThat(report.body()).contains("What a sync would do", "Acme");
        assertThat(report.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        assertThat(Browser.signedIn(context, Role.OPERATOR, false)
                        .get("/previews/report.html")
                        .body())
                .doesNotContain("Acme");
    }

    @Test
    void pauseIsKeptAndShownUntilSomebodyResumes() {
        operator.submit("/", "/pause", Map.of());

        assertThat(context.getBean(SchedulePause.class).isOn()).isTrue();
        assertThat(stranger.page("/").text()).contains("The schedule is paused since", "operator-with-names");

        operator.submit("/", "/resume", Map.of());
        assertThat(context.getBean(SchedulePause.class).isOn()).isFalse();
        assertThat(audited()).contains("PAUSED operator-with-names ", "RESUMED operator-with-names ");
    }

    @Test
    void pageOfASessionThatEndedSendsItsPartsToTheSignInPage() {
        Browser gone = new Browser(context);

        HttpResponse<String> answer =
                gone.send(gone.request("/progress").header("HX-Request", "true").GET());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/sign-in");
    }

    private static List<String> names(Document page) {
        return page.select("table.list tbody th a").eachText();
    }

    private static List<String> audited() {
        return context.getBean(Audit.class).latest(0, 200).stream()
                .map(entry -> entry.deed() + " " + entry.who() + " " + entry.subject())
                .toList();
    }

    private static int runs() {
        Runs runs = context.getBean(Runs.class);
        return runs.latest(runs.latestOrg().orElseThrow(), 100).size();
    }

    private static boolean idle() {
        return operator.get("/progress").body().contains("No run is under way");
    }

    /** What stands on every page that links lead to, by address. */
    private static Map<String, String> walk(Browser visitor) {
        Map<String, String> seen = new LinkedHashMap<>();
        Deque<String> ahead = new ArrayDeque<>(List.of("/", "/progress", "/audit"));
        while (!ahead.isEmpty() && seen.size() < 60) {
            String path = ahead.remove();
            if (seen.containsKey(path)) {
                continue;
            }
            Document page = visitor.page(path);
            seen.put(path, page.html());
            for (Element link : page.select("a[href^=/]")) {
                if (!link.attr("href").contains("?")) {
                    ahead.add(link.attr("href"));
                }
            }
        }
        return seen;
    }
}
