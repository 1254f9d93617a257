package io.plumbline.ops;

import io.plumbline.ops.access.LocalUsers;
import io.plumbline.ops.access.Role;
import io.plumbline.ops.start.ConnectorApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.context.ConfigurableApplicationContext;

/** Somebody with a browser: cookies are kept, forms carry what the page put into them, redirects are seen. */
final class Browser {

    static final String PASSWORD = "a plumb line hangs true";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;

    Browser(ConfigurableApplicationContext context) {
        this.base = "http://localhost:" + ConnectorApplication.portOf(context);
    }

    /** Somebody of this role who is signed in. */
    static Browser signedIn(ConfigurableApplicationContext context, Role role, boolean seesNames) {
        String name = role.word() + (seesNames ? "-with-names" : "");
        context.getBean(LocalUsers.class).add(name, role, seesNames, PASSWORD);
        Browser browser = new Browser(context);
        browser.signIn(name, PASSWORD);
        return browser;
    }

    HttpResponse<String> signIn(String name, String password) {
        return submit("/sign-in", "/sign-in", Map.of("username", name, "password", password));
    }

    HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html,*/*;q=0.8").GET());
    }

    /** As a program asks, not a person. */
    HttpResponse<String> fetch(String path) {
        return send(request(path).header("Accept", "application/json").GET());
    }

    Document page(String path) {
        return Jsoup.parse(get(path).body(), base + path);
    }

    /** Opens a page and sends its form to that address. */
    HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        Element form = Objects.requireNonNull(
                page(page).selectFirst("form[action=" + action + "]"), "no form for " + action + " on " + page);
        Map<String, String> sent = new HashMap<>();
        form.select("input[type=hidden]").forEach(field -> sent.put(field.attr("name"), field.attr("value")));
        sent.putAll(fields);
        return post(action, sent);
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The value of the session's cookie, empty text for none. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("plumbline"))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
