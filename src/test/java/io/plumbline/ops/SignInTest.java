package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.config.Connection;
import io.plumbline.config.ConsoleSettings;
import io.plumbline.config.Environment;
import io.plumbline.ops.access.Audit;
import io.plumbline.ops.access.LocalUsers;
import io.plumbline.ops.access.OneTimeLink;
import io.plumbline.ops.access.Role;
import io.plumbline.ops.start.ConnectorApplication;
import io.plumbline.ops.start.Org;
import io.plumbline.ops.storage.DataFolder;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who gets in, over HTTP and with the real filter chains: the checks of the OWASP testing guide that apply. */
class SignInTest {

    private static final String TOKEN = "a-token-of-the-collector-1234";

    private static SmallOrg org;
    private static ConfigurableApplicationContext context;
    private static Browser viewer;

    @BeforeAll
    static void start(@TempDir Path data) {
        org = new SmallOrg();
        Connection connection = Org.namedBy(Environment.read(ShellRun.environment(org.sandbox, data)));
        Map<String, Object> settings = new HashMap<>(DataFolder.settings(data));
        settings.put("server.forward-headers-strategy", "native");
        context = ConnectorApplication.withPages(
                Configuration.shipped(),
                connection,
                ConsoleSettings.read(Map.of(ConsoleSettings.SCRAPE_TOKEN, TOKEN)),
                settings,
                0);
        viewer = Browser.signedIn(context, Role.VIEWER, true);
    }

    @AfterAll
    static void stop() {
        context.close();
        org.close();
    }

    /** Every route that the application has, and such as attackers try. */
    @Trap("L9")
    @Test
    void nothingButHealthAndTheSignInPageIsReachableByAStranger() {
        Set<String> routes = new TreeSet<>(List.of(
                "/",
                "/accounts/001000000000000AAA",
                "/h2-console",
                "/h2-console/login.do",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/prometheus",
                "/actuator/health/db",
                "/actuator/loggers",
                "/error",
                "/v3/api-docs",
                "/swagger-ui.html",
                "/webjars/htmx.org/2.0.4/dist/htmx.min.js",
                "/templates/overview.html",
                "/application.yaml",
                "/.git/config",
                "/no-such-page"));
        context.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping ->
                        mapping.getHandlerMethods().keySet().forEach(route -> routes.addAll(route.getPatternValues())));
        routes.removeIf(route -> route.startsWith("/api/"));
        routes.removeAll(Set.of("/sign-in", "/actuator/health"));
        Browser stranger = new Browser(context);

        assertThat(routes).hasSizeGreaterThan(18).allSatisfy(route -> {
            String path = route.replaceAll("\\{[^}]*}", "1").replace("**", "x");
            assertThat(stranger.fetch(path).statusCode()).as("GET " + path).isIn(401, 404);
            assertThat(stranger.get(path))
                    .as("a browser at " + path)
                    .satisfies(answer -> assertThat(answer.statusCode()).isIn(302, 401, 404))
                    .satisfies(answer -> assertThat(answer.body()).isEmpty());
            assertThat(stranger.post(path, Map.of()).statusCode())
                    .as("POST " + path)
                    .isIn(401, 403, 404);
        });
    }

    @Trap("L9")
    @Test
    void healthIsAWordAndNothingMore() {
        HttpResponse<String> health = new Browser(context).fetch("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).matches("\\{\"(groups\":\\[[^]]*],\")?status\":\"UP\"}");
    }

    @Trap("L9")
    @Test
    void measurementsAreForTheCollectorAndForOperators() {
        Browser stranger = new Browser(context);
        String path = "/actuator/prometheus";

        assertThat(scrape(stranger, "Bearer " + TOKEN).statusCode()).isNotIn(401, 403);
        assertThat(scrape(stranger, "Bearer " + TOKEN + "5").statusCode()).isEqualTo(401);
        assertThat(scrape(stranger, TOKEN).statusCode()).isEqualTo(401);
        assertThat(Browser.signedIn(context, Role.OPERATOR, true).fetch(path).statusCode())
                .isNotIn(401, 403);
        assertThat(viewer.fetch(path).statusCode()).isEqualTo(403);
    }

    @Test
    void peopleAreSentToTheSignInPageAndBackToWhereTheyWanted() {
        Browser browser = new Browser(context);
        context.getBean(LocalUsers.class).add("returning", Role.VIEWER, false, Browser.PASSWORD);

        HttpResponse<String> sent = browser.get("/accounts/001000000000000AAA");
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(location(sent)).isEqualTo("/sign-in");
        assertThat(location(browser.signIn("returning", Browser.PASSWORD))).contains("/accounts/001000000000000AAA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?continue=https://elsewhere.example", "?redirect=//elsewhere.example", "?next=https:evil"})
    void noAddressThatCameAlongIsGoneToAfterSigningIn(String query) {
        Browser browser = new Browser(context);
        context.getBean(LocalUsers.class).add("redirected", Role.VIEWER, false, Browser.PASSWORD);
        browser.get("/sign-in" + query);

        assertThat(location(browser.signIn("redirected", Browser.PASSWORD)))
                .doesNotContain("elsewhere", "evil")
                .endsWith("/");
    }

    @Test
    void signInPageSaysTheSameOfAWrongNameAndAWrongPassword() {
        context.getBean(LocalUsers.class).add("known", Role.VIEWER, false, Browser.PASSWORD);
        HttpResponse<String> wrongPassword = new Browser(context).signIn("known", "not the password");
        HttpResponse<String> wrongName = new Browser(context).signIn("nobody", "not the password");

        assertThat(location(wrongPassword)).isEqualTo("/sign-in?because=refused");
        assertThat(location(wrongName)).isEqualTo(location(wrongPassword));
        assertThat(wrongName.body()).isEqualTo(wrongPassword.body());
    }

    @Test
    void passwordIsNotLookedAtAfterFiveWrongOnes() {
        context.getBean(LocalUsers.class).add("guessed", Role.VIEWER, false, Browser.PASSWORD);
        Browser browser = new Browser(context);
        guess(browser, 4);
        assertThat(location(browser.signIn("guessed", Browser.PASSWORD))).isEqualTo("/");

        Browser other = new Browser(context);
        guess(other, 5);
        assertThat(location(other.signIn("guessed", Browser.PASSWORD))).isEqualTo("/sign-in?because=refused");
    }

    @Test
    void sessionBegunBeforeSigningInIsNotTheOneAfter() {
        context.getBean(LocalUsers.class).add("fixed", Role.VIEWER, false, Browser.PASSWORD);
        Browser browser = new Browser(context);
        browser.get("/sign-in");
        String before = browser.session();

        browser.signIn("fixed", Browser.PASSWORD);

        assertThat(before).isNotEmpty();
        assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void cookieIsOutOfReachOfScriptsAndOtherSitesAndSecureBehindHttps() {
        Browser browser = new Browser(context);

        assertThat(cookie(browser.get("/sign-in")))
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        HttpResponse<String> byHttps = new Browser(context)
                .send(browser.request("/sign-in")
                        .header("X-Forwarded-Proto", "https")
                        .header("Accept", "text/html"));
        assertThat(cookie(byHttps)).contains("HttpOnly", "SameSite=Lax", "Secure");
        assertThat(byHttps.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/", "/no-such-page", "/plumbline.css", "/actuator/health", "/actuator/env"})
    void everyAnswerForbidsFramingGuessingAndForeignContent(String path) {
        HttpResponse<String> answer = viewer.get(path);

        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval", "*");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Cache-Control")).containsAnyOf("no-store", "no-cache");
        assertThat(header(answer, "Server")).isEmpty();
    }

    @Test
    void pageIsNotKeptByTheBrowser() {
        assertThat(header(viewer.get("/"), "Cache-Control")).contains("no-store");
    }

    @Test
    void formThatDoesNotComeFromAPageOfOursIsRefused() {
        Browser operator = Browser.signedIn(context, Role.OPERATOR, true);

        assertThat(operator.post("/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(operator.post("/sign-out", Map.of("_csrf", "guessed")).statusCode())
                .isEqualTo(403);
        assertThat(operator.get("/").statusCode()).as("still signed in").isEqualTo(200);
        assertThat(new Browser(context)
                        .post("/sign-in", Map.of("username", "operator-with-names", "password", Browser.PASSWORD))
                        .statusCode())
                .as("nobody is signed in as somebody else by another site")
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webjars/..%2f..%2fapplication.yaml", "/webjars/%2e%2e/%2e%2e/application.yaml",
                        "/..%5capplication.yaml",
                "/static/../application.yaml", "/webjars//application.yaml", "/plumbline.css;x=/../application.yaml"
            })
    void noPathLeadsOutOfWhatIsServed(String path) {
        HttpResponse<String> answer = viewer.get(path);

        assertThat(answer.statusCode()).isIn(400, 401, 404);
        assertThat(answer.body()).doesNotContain("How the process runs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
    void otherMethodsAreRefused(String method) {
        HttpResponse<String> answer = viewer.send(viewer.request("/").method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isIn(403, 405);
    }

    @Test
    void linkOfTheDemoWorksOnce() {
        String link = context.getBean(OneTimeLink.class).issue();
        Browser first = new Browser(context);

        assertThat(location(first.get(link))).isEqualTo("/");
        assertThat(first.get("/").statusCode()).isEqualTo(200);
        Browser second = new Browser(context);
        assertThat(location(second.get(link))).isEqualTo("/sign-in?because=link");
        assertThat(second.fetch("/").statusCode()).isEqualTo(401);
        assertThat(location(second.get("/sign-in/link"))).isEqualTo("/sign-in?because=link");
    }

    @Test
    void sessionEndsWhenItsUserIsRemovedOrGivenAnotherPassword() {
        LocalUsers users = context.getBean(LocalUsers.class);
        users.add("leaving", Role.VIEWER, false, Browser.PASSWORD);
        Browser browser = new Browser(context);
        browser.signIn("leaving", Browser.PASSWORD);
        assertThat(browser.fetch("/").statusCode()).isEqualTo(200);

        users.remove("leaving");

        assertThat(browser.fetch("/").statusCode()).isEqualTo(401);
    }

    @Test
    void sessionEndsAfterAnHourWithoutUse() {
        Browser browser = Browser.signedIn(context, Role.VIEWER, true);
        Session kept = session(browser.session());

        assertThat(kept.getMaxInactiveInterval()).as("seconds").isEqualTo(3600);
        kept.expire();

        assertThat(browser.fetch("/").statusCode()).isEqualTo(401);
        assertThat(location(browser.get("/"))).isEqualTo("/sign-in");
    }

    @Test
    void signingOutEndsTheSession() {
        Browser browser = Browser.signedIn(context, Role.VIEWER, true);

        assertThat(location(browser.submit("/", "/sign-out", Map.of()))).isEqualTo("/sign-in?because=signed-out");
        assertThat(browser.fetch("/").statusCode()).isEqualTo(401);
    }

    @Test
    void signInIsAudited() {
        Browser.signedIn(context, Role.OPERATOR, false);

        assertThat(context.getBean(Audit.class).latest(0, 1))
                .extracting(entry -> entry.deed() + " " + entry.who())
                .containsExactly("SIGNED_IN operator");
    }

    /** As Tomcat keeps it, which ends it. */
    private static Session session(String id) {
        TomcatWebServer server = (TomcatWebServer) ((WebServerApplicationContext) context).getWebServer();
        Context pages = (Context) server.getTomcat().getHost().findChildren()[0];
        try {
            return Objects.requireNonNull(pages.getManager().findSession(id));
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static void guess(Browser browser, int times) {
        for (int attempt = 0; attempt < times; attempt++) {
            browser.signIn("guessed", "wrong guess " + attempt);
        }
    }

    private static HttpResponse<String> scrape(Browser browser, String authorization) {
        return browser.send(browser.request("/actuator/prometheus").header("Authorization", authorization));
    }

    private static String location(HttpResponse<String> answer) {
        return header(answer, "Location");
    }

    private static String cookie(HttpResponse<String> answer) {
        return header(answer, "Set-Cookie");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
