package io.plumbline.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The address of an org: {@code https://} and a My Domain host of Salesforce, or {@code http://} on this machine for
 * the sandbox. Nothing else ever gets credentials (trap L4).
 */
public record InstanceUrl(URI uri) {

    private static final Pattern MY_DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.my\\.salesforce\\.com");
    private static final Set<String> LOGIN_HOSTS = Set.of("login.salesforce.com", "test.salesforce.com");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws IllegalArgumentException when the address is none of an org; the message says what is expected */
    public static InstanceUrl of(String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException unreadable) {
            throw refused(text, "it is not a URL");
        }
        return new InstanceUrl(uri);
    }

    /** @throws IllegalArgumentException as {@link #of} */
    public InstanceUrl {
        String shown = uri.toString();
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (shown.indexOf('@') >= 0) {
            throw refused(shown, "it must not carry a user name or password");
        }
        if (host.isEmpty()) {
            throw refused(shown, "it names no host");
        }
        if (uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || !Set.of("", "/").contains(path(uri))) {
            throw refused(shown, "it must end after the host name");
        }
        boolean salesforce = MY_DOMAIN.matcher(host).matches() || LOGIN_HOSTS.contains(host);
        boolean local = LOOPBACK.contains(host);
        if (!salesforce && !local) {
            throw refused(shown, "its host is not one of Salesforce");
        }
        if (salesforce && !(scheme.equals("https") && (uri.getPort() == -1 || uri.getPort() == 443))) {
            throw refused(shown, "Salesforce is spoken to over https on its usual port only");
        }
        if (local && !Set.of("http", "https").contains(scheme)) {
            throw refused(shown, "its scheme is neither http nor https");
        }
        uri = URI.create(scheme + "://" + host + (local && uri.getPort() != -1 ? ":" + uri.getPort() : ""));
    }

    /** Whether this is login.salesforce.com or test.salesforce.com, which serve the JWT bearer flow alone. */
    public boolean isLoginHost() {
        return LOGIN_HOSTS.contains(uri.getHost());
    }

    /** Whether this is the sandbox on this machine. */
    public boolean isLocal() {
        return LOOPBACK.contains(uri.getHost());
    }

    /** Scheme, host and, on this machine, port; no slash at the end. */
    @Override
    public String toString() {
        return uri.toString();
    }

    private static String path(URI uri) {
        return uri.getRawPath() == null ? "" : uri.getRawPath();
    }

    /** What stands before an @ may be a password and is not shown (trap L1). */
    private static IllegalArgumentException refused(String text, String why) {
        String shown = text.substring(text.lastIndexOf('@') + 1);
        return new IllegalArgumentException("'" + shown + "' cannot be used as the org's address: " + why
                + ". Use the My Domain address, such as https://acme.my.salesforce.com (Setup, My Domain)");
    }
}
