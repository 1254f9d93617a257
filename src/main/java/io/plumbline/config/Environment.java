package io.plumbline.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the environment variables say: the connection, the folder of the configuration and where the data lie.
 * Secrets come from here alone and never stand in a file of the configuration.
 *
 * @param database where the data lie instead of in the folder; null for the folder
 */
public record Environment(
        ConnectionSetting connection,
        @Nullable Path config,
        @Nullable Path data,
        @Nullable DatabaseAddress database) {

    public static final String INSTANCE_URL = "PLUMBLINE_INSTANCE_URL";
    public static final String CLIENT_ID = "PLUMBLINE_CLIENT_ID";
    public static final String CLIENT_SECRET = "PLUMBLINE_CLIENT_SECRET";
    public static final String JWT_KEY_FILE = "PLUMBLINE_JWT_KEY_FILE";
    public static final String USERNAME = "PLUMBLINE_USERNAME";
    public static final String PROXY = "PLUMBLINE_PROXY";
    public static final String PROXY_USER = "PLUMBLINE_PROXY_USER";
    public static final String PROXY_PASSWORD = "PLUMBLINE_PROXY_PASSWORD";
    public static final String CONFIG = "PLUMBLINE_CONFIG";
    public static final String DATA = "PLUMBLINE_DATA";
    public static final String DATABASE_URL = "SPRING_DATASOURCE_URL";
    public static final String DATABASE_USER = "SPRING_DATASOURCE_USERNAME";
    public static final String DATABASE_PASSWORD = "SPRING_DATASOURCE_PASSWORD";

    private static final List<String> OF_THE_CONNECTION =
            List.of(INSTANCE_URL, CLIENT_ID, CLIENT_SECRET, JWT_KEY_FILE, USERNAME);

    /** Whether an org is configured. */
    public sealed interface ConnectionSetting {}

    public record Configured(Connection connection) implements ConnectionSetting {}

    /** None of the variables of a connection is set. */
    public record Nothing() implements ConnectionSetting {}

    /** Some are set and cannot be used together. @param problems what is missing or wrong, one sentence each */
    public record Incomplete(List<String> problems) implements ConnectionSetting {
        public Incomplete {
            problems = List.copyOf(problems);
        }
    }

    /** Reads the variables, as of {@link System#getenv()}; a blank one counts as not set. */
    public static Environment read(Map<String, String> variables) {
        return new Environment(
                connection(variables),
                path(variables, CONFIG).orElse(null),
                path(variables, DATA).orElse(null),
                database(variables).orElse(null));
    }

    private static Optional<DatabaseAddress> database(Map<String, String> variables) {
        return value(variables, DATABASE_URL)
                .map(url -> new DatabaseAddress(
                        url,
                        value(variables, DATABASE_USER).orElse(null),
                        value(variables, DATABASE_PASSWORD).map(Secret::of).orElse(null)));
    }

    /** The folder of the configuration; without it what is shipped is used. */
    public Optional<Path> configFolder() {
        return Optional.ofNullable(config);
    }

    public Optional<Path> dataFolder() {
        return Optional.ofNullable(data);
    }

    public Optional<DatabaseAddress> ownDatabase() {
        return Optional.ofNullable(database);
    }

    private static ConnectionSetting connection(Map<String, String> variables) {
        if (OF_THE_CONNECTION.stream().allMatch(name -> value(variables, name).isEmpty())) {
            return new Nothing();
        }
        List<String> problems = new ArrayList<>();
        Optional<InstanceUrl> url = instanceUrl(variables, problems);
        Optional<Credentials> credentials = credentials(variables, problems);
        Optional<ProxyAddress> proxy = proxy(variables, problems);
        if (url.isPresent()
                && url.get().isLoginHost()
                && value(variables, JWT_KEY_FILE).isEmpty()) {
            problems.add(INSTANCE_URL + " is " + url.get() + ", which serves the JWT bearer flow alone: for a client"
                    + " secret give the My Domain address, such as https://acme.my.salesforce.com.");
        }
        if (url.isPresent() && credentials.isPresent() && problems.isEmpty()) {
            return new Configured(new Connection(url.get(), credentials.get(), proxy.orElse(null)));
        }
        return new Incomplete(problems);
    }

    private static Optional<InstanceUrl> instanceUrl(Map<String, String> variables, List<String> problems) {
        Optional<String> url = value(variables, INSTANCE_URL);
        if (url.isEmpty()) {
            problems.add(INSTANCE_URL + " is not set: give the My Domain address of the org.");
            return Optional.empty();
        }
        try {
            return Optional.of(InstanceUrl.of(url.get()));
        } catch (IllegalArgumentException refused) {
            problems.add(INSTANCE_URL + ": " + refused.getMessage() + ".");
            return Optional.empty();
        }
    }

    private static Optional<ProxyAddress> proxy(Map<String, String> variables, List<String> problems) {
        Optional<String> address = value(variables, PROXY);
        Optional<String> user = value(variables, PROXY_USER);
        Optional<Secret> password = value(variables, PROXY_PASSWORD).map(Secret::of);
        if (address.isEmpty() && (user.isPresent() || password.isPresent())) {
            problems.add(
                    PROXY + " is not set: " + PROXY_USER + " and " + PROXY_PASSWORD + " are for the proxy it names.");
        }
        if (user.isPresent() != password.isPresent()) {
            problems.add((user.isPresent() ? PROXY_PASSWORD : PROXY_USER) + " is not set: a proxy takes both or none.");
        }
        try {
            return address.map(text -> ProxyAddress.of(text, user.orElse(null), password.orElse(null)));
        } catch (IllegalArgumentException refused) {
            problems.add(PROXY + ": " + refused.getMessage() + ".");
            return Optional.empty();
        }
    }

    private static Optional<Credentials> credentials(Map<String, String> variables, List<String> problems) {
        Optional<String> clientId = value(variables, CLIENT_ID);
        Optional<String> secret = value(variables, CLIENT_SECRET);
        Optional<String> username = value(variables, USERNAME);
        Optional<Path> keyFile = pathOr(variables, JWT_KEY_FILE, problems);
        boolean wantsJwt = value(variables, JWT_KEY_FILE).isPresent();
        int before = problems.size();
        if (clientId.isEmpty()) {
            problems.add(CLIENT_ID + " is not set: give the consumer key of the External Client App.");
        }
        if (secret.isPresent() && wantsJwt) {
            problems.add("both " + CLIENT_SECRET + " and " + JWT_KEY_FILE + " are set: keep one of them.");
        } else if (secret.isEmpty() && !wantsJwt) {
            problems.add(
                    username.isPresent()
                            ? JWT_KEY_FILE + " is not set: " + USERNAME + " is used together with a private key file."
                            : CLIENT_SECRET + " is not set (nor " + JWT_KEY_FILE + " with " + USERNAME
                                    + "): give one way to sign in.");
        } else if (wantsJwt && username.isEmpty()) {
            problems.add(USERNAME + " is not set: the JWT bearer flow signs in as the user it names.");
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        return secret.isPresent()
                ? secret.map(text -> new Credentials.ClientCredentials(clientId.orElseThrow(), Secret.of(text)))
                : keyFile.map(file -> new Credentials.JwtBearer(clientId.orElseThrow(), username.orElseThrow(), file));
    }

    private static Optional<String> value(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<Path> path(Map<String, String> variables, String name) {
        return value(variables, name).map(Path::of);
    }

    private static Optional<Path> pathOr(Map<String, String> variables, String name, List<String> problems) {
        try {
            return path(variables, name);
        } catch (InvalidPathException unreadable) {
            problems.add(name + " is not a path: " + unreadable.getMessage() + ".");
            return Optional.empty();
        }
    }
}
