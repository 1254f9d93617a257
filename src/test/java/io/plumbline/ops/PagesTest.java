package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.config.Connection;
import io.plumbline.config.Environment;
import io.plumbline.flow.Sync;
import io.plumbline.flow.SyncRequest;
import io.plumbline.ops.access.Role;
import io.plumbline.ops.storage.DataFolder;
import io.plumbline.testing.SmallOrg;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The pages as a browser gets them, over HTTP. */
class PagesTest {

    @TempDir
    Path data;

    private SmallOrg org;
    private ConfigurableApplicationContext context;

    @BeforeEach
    void start() {
        org = new SmallOrg();
        Connection connection = Org.namedBy(Environment.read(ShellRun.environment(org.sandbox, data)));
        context = ConnectorApplication.withPages(Configuration.shipped(), connection, DataFolder.settings(data), 0);
    }

    @AfterEach
    void stop() {
        context.close();
        org.close();
    }

    @Test
    void overviewSaysThatNothingWasJudgedBeforeTheFirstSync() throws Exception {
        assertThat(get("/").body()).contains("No sync has come to its end yet");
    }

    @Test
    void overviewListsEveryAccountWithItsVerdict() throws Exception {
        sync();

        String page = get("/").body();

        assertThat(page).contains("As of 2026-06-30", "Acme", "Brook", "Cedar", "/accounts/" + org.acme);
        assertThat(page).contains("Stale", "Missing");
    }

    @Test
    void accountPageSaysWhatWasFoundAndWhatToDo() throws Exception {
        sync();

        String page = get("/accounts/" + org.acme).body();

        assertThat(page).contains("Acme", "rhythm.recency", "The plan has not been reviewed for 150 days");
        assertThat(page).contains("Review the plan with the account team");
    }

    /** A name is text, whatever somebody typed into Salesforce. */
    @Test
    void nameWithMarkupStaysText() throws Exception {
        org.account("<script>alert(1)</script>", org.sam);
        sync();

        assertThat(get("/").body()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void accountThatWasNeverJudgedIsNotFound() throws Exception {
        sync();

        assertThat(get("/accounts/001000000000000").statusCode()).isEqualTo(404);
        assertThat(get("/accounts/nobody").statusCode()).isEqualTo(404);
    }

    private void sync() {
        context.getBean(Sync.class).run(SyncRequest.today());
    }

    private HttpResponse<String> get(String path) {
        return Browser.signedIn(context, Role.VIEWER, true).get(path);
    }
}
