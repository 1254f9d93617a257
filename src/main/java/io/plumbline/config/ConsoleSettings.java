package io.plumbline.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the environment variables say about the console: where it listens and who lets people in.
 *
 * @param address the network address to listen on; this machine alone unless somebody says otherwise
 * @param provider who signs people in besides the local users; null for nobody
 * @param scrapeToken by which a collector of metrics is known; null when none is let in
 * @param problems what is missing or wrong, one sentence each
 */
public record ConsoleSettings(
        String address,
        @Nullable OidcProvider provider,
        @Nullable Secret scrapeToken,
        List<String> problems) {

    public static final String ADDRESS = "PLUMBLINE_ADDRESS";
    public static final String OIDC_ISSUER = "PLUMBLINE_OIDC_ISSUER";
    public static final String OIDC_CLIENT_ID = "PLUMBLINE_OIDC_CLIENT_ID";
    public static final String OIDC_CLIENT_SECRET = "PLUMBLINE_OIDC_CLIENT_SECRET";
    public static final String OIDC_ROLES_CLAIM = "PLUMBLINE_OIDC_ROLES_CLAIM";
    public static final String SCRAPE_TOKEN = "PLUMBLINE_SCRAPE_TOKEN";

    /** This machine, local users alone, no collector. */
    public static final ConsoleSettings DEFAULT = read(Map.of());

    private static final String THIS_MACHINE = "127.0.0.1";
    private static final String ROLES = "plumbline_roles";
    private static final int SHORTEST_TOKEN = 20;

    /**
     * An OpenID Connect provider.
     *
     * @param issuer below which it describes itself ({@code /.well-known/openid-configuration})
     * @param rolesClaim the claim of the identity token that lists {@code viewer}, {@code operator} and {@code names}
     */
    public record OidcProvider(String issuer, String clientId, Secret clientSecret, String rolesClaim) {}

    public ConsoleSettings {
        problems = List.copyOf(problems);
    }

    /** Reads the variables, as of {@link System#getenv()}; a blank one counts as not set. */
    public static ConsoleSettings read(Map<String, String> variables) {
        List<String> problems = new ArrayList<>();
        Optional<String> token = value(variables, SCRAPE_TOKEN);
        if (token.filter(text -> text.length() < SHORTEST_TOKEN).isPresent()) {
            problems.add(SCRAPE_TOKEN + " is too short to keep anybody out: give at least " + SHORTEST_TOKEN
                    + " characters, such as those of 'openssl rand -hex 32'.");
        }
        return new ConsoleSettings(
                value(variables, ADDRESS).orElse(THIS_MACHINE),
                provider(variables, problems).orElse(null),
                token.map(Secret::of).orElse(null),
                problems);
    }

    /** Empty when only local users sign in. */
    public Optional<OidcProvider> oidc() {
        return Optional.ofNullable(provider);
    }

    private static Optional<OidcProvider> provider(Map<String, String> variables, List<String> problems) {
        Optional<String> issuer = value(variables, OIDC_ISSUER);
        Optional<String> clientId = value(variables, OIDC_CLIENT_ID);
        Optional<String> secret = value(variables, OIDC_CLIENT_SECRET);
        if (issuer.isEmpty() && clientId.isEmpty() && secret.isEmpty()) {
            return Optional.empty();
        }
        int before = problems.size();
        if (issuer.isEmpty()) {
            problems.add(OIDC_ISSUER + " is not set: give the address of the OpenID Connect provider.");
        } else if (!isSafe(issuer.get())) {
            problems.add(OIDC_ISSUER + " is " + issuer.get()
                    + ", which is no https address: whoever listens on the way could sign in as anybody.");
        }
        if (clientId.isEmpty()) {
            problems.add(OIDC_CLIENT_ID + " is not set: give the client id that the provider knows the console by.");
        }
        if (secret.isEmpty()) {
            problems.add(OIDC_CLIENT_SECRET + " is not set: give the secret of that client.");
        }
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new OidcProvider(
                        issuer.orElseThrow(),
                        clientId.orElseThrow(),
                        Secret.of(secret.orElseThrow()),
                        value(variables, OIDC_ROLES_CLAIM).orElse(ROLES)));
    }

    /** Plain http is for a provider on this machine, which a test is. */
    private static boolean isSafe(String issuer) {
        try {
            URI address = URI.create(issuer);
            return address.getHost() != null
                    && ("https".equals(address.getScheme())
                            || "http".equals(address.getScheme())
                                    && List.of("localhost", THIS_MACHINE).contains(address.getHost()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static Optional<String> value(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
