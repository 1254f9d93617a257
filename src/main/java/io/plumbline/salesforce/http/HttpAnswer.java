package io.plumbline.salesforce.http;

import io.plumbline.salesforce.SalesforceFailure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came back, whole and inflated.
 *
 * @param contentType the header's value, empty when there was none
 * @param location where a redirect points to, empty when there was none
 */
public record HttpAnswer(URI asked, int status, String contentType, String location, byte[] body) {

    private static final Pattern TITLE =
            Pattern.compile("<title[^>]*>\\s*([^<]{1,200})", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final int SNIFFED = 2000;

    public boolean successful() {
        return status >= 200 && status < 300;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * Why this cannot be an answer of the API at all: a redirect (never followed, trap J10), a web page instead of
     * data (trap J4), or a gateway that speaks for a server it cannot reach. Empty when the body is worth parsing.
     */
    public Optional<SalesforceFailure> foreign() {
        if (status >= 300 && status < 400) {
            return Optional.of(new SalesforceFailure.UnexpectedAnswer(
                    asked.getHost() + " redirects (HTTP " + status + ") to " + redirectHost() + ".",
                    "Set the instance URL to the org's current My Domain address; redirects are not followed because"
                            + " they would hand the session to another host."));
        }
        if (status == 407) {
            return Optional.of(new SalesforceFailure.Unreachable(
                    "The proxy on the way to " + asked.getHost() + " does not let us through without its login (HTTP"
                            + " 407).",
                    "Set PLUMBLINE_PROXY_USER and PLUMBLINE_PROXY_PASSWORD to a login of the proxy; of the ways to log in"
                            + " only Basic is supported."));
        }
        if (status == 404) {
            return Optional.of(new SalesforceFailure.UnexpectedAnswer(
                    asked.getHost() + " knows no address " + asked.getPath() + " (HTTP 404).",
                    "Check that the instance URL is the org's My Domain address and nothing more."));
        }
        if (isHtml()) {
            return Optional.of(new SalesforceFailure.Maintenance(
                    asked.getHost() + " answered with a web page instead of data (HTTP " + status + title() + ").",
                    "The org is probably in maintenance: see trust.salesforce.com for its instance. Plumbline tries"
                            + " again by itself; nothing is lost."));
        }
        if (status == 503) {
            return Optional.of(new SalesforceFailure.Maintenance(
                    asked.getHost() + " is not available (HTTP 503).",
                    "See trust.salesforce.com for the org's instance. Plumbline tries again by itself."));
        }
        if (status == 502 || status == 504) {
            return Optional.of(new SalesforceFailure.Unreachable(
                    "A gateway before " + asked.getHost() + " got no answer from it (HTTP " + status + ").",
                    "If it lasts, ask the network team about the proxy, or see trust.salesforce.com."));
        }
        return Optional.empty();
    }

    private String redirectHost() {
        try {
            String host = URI.create(location).getHost();
            return host == null ? "an unknown place" : SafeWords.of(host, 100);
        } catch (IllegalArgumentException e) {
            return "an unknown place";
        }
    }

    private boolean isHtml() {
        if (contentType.toLowerCase(Locale.ROOT).contains("html")) {
            return true;
        }
        String start = start().replace("\uFEFF", "").stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    private String title() {
        Matcher title = TITLE.matcher(start());
        return title.find() ? ", \"" + SafeWords.of(title.group(1), 100) + "\"" : "";
    }

    private String start() {
        return new String(body, 0, Math.min(body.length, SNIFFED), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "HTTP " + status + " from " + asked.getHost() + ", " + body.length + " bytes";
    }
}
