package io.plumbline.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proxy between this machine and Salesforce, as the environment names it.
 *
 * @param user null when the proxy asks for no login
 * @param secret the user's password; null when there is none
 */
public record ProxyAddress(
        String host,
        int port,
        @Nullable String user,
        @Nullable Secret secret) {

    private static final String EXPECTED = "give the proxy as http://proxy.acme.example:3128, with its port, and its"
            + " user and password in variables of their own";

    /** @throws IllegalArgumentException when the text is no address of a proxy; it is not repeated, as it may hold a password */
    static ProxyAddress of(String text, @Nullable String user, @Nullable Secret password) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException unreadable) {
            throw new IllegalArgumentException(EXPECTED);
        }
        boolean plain = "http".equalsIgnoreCase(uri.getScheme())
                && uri.getHost() != null
                && uri.getPort() > 0
                && uri.getRawUserInfo() == null
                && (uri.getRawPath() == null
                        || uri.getRawPath().isEmpty()
                        || uri.getRawPath().equals("/"))
                && uri.getRawQuery() == null;
        if (!plain) {
            throw new IllegalArgumentException(EXPECTED);
        }
        return new ProxyAddress(uri.getHost(), uri.getPort(), user, password);
    }

    public Optional<String> login() {
        return Optional.ofNullable(user);
    }

    public Optional<Secret> password() {
        return Optional.ofNullable(secret);
    }
}
