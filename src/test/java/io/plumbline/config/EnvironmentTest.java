package io.plumbline.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Environment.Configured;
import io.plumbline.config.Environment.Incomplete;
import io.plumbline.config.Environment.Nothing;
import io.plumbline.testing.Trap;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    private static final Map<String, String> SIGN_IN = Map.of(
            "PLUMBLINE_INSTANCE_URL", "https://acme.my.salesforce.com",
            "PLUMBLINE_CLIENT_ID", "key",
            "PLUMBLINE_CLIENT_SECRET", "secret");

    private static final String ORG = "https://acme.my.salesforce.com";

    @Test
    void nothingIsConfiguredWhenNoVariableOfTheConnectionIsSet() {
        assertThat(Environment.read(Map.of()).connection()).isEqualTo(new Nothing());
        assertThat(Environment.read(Map.of("PLUMBLINE_CONFIG", "/etc/plumbline", "PLUMBLINE_CLIENT_ID", "  "))
                        .connection())
                .isEqualTo(new Nothing());
    }

    @Test
    void readsClientCredentials() {
        Environment environment = Environment.read(Map.of(
                "PLUMBLINE_INSTANCE_URL", ORG,
                "PLUMBLINE_CLIENT_ID", "3MVG9",
                "PLUMBLINE_CLIENT_SECRET", "s3cret",
                "PLUMBLINE_CONFIG", "/etc/plumbline",
                "PLUMBLINE_DATA", "/var/lib/plumbline"));

        assertThat(environment.connection())
                .isEqualTo(new Configured(new Connection(
                        InstanceUrl.of(ORG), new Credentials.ClientCredentials("3MVG9", Secret.of("s3cret")))));
        assertThat(environment.configFolder()).contains(Path.of("/etc/plumbline"));
        assertThat(environment.dataFolder()).contains(Path.of("/var/lib/plumbline"));
    }

    @Test
    void readsAKeyFileAndItsUser() {
        Environment environment = Environment.read(Map.of(
                "PLUMBLINE_INSTANCE_URL", "https://login.salesforce.com",
                "PLUMBLINE_CLIENT_ID", "3MVG9",
                "PLUMBLINE_JWT_KEY_FILE", "/run/secrets/plumbline.pem",
                "PLUMBLINE_USERNAME", "plumbline@acme.example"));

        assertThat(environment.connection())
                .isEqualTo(new Configured(new Connection(
                        InstanceUrl.of("https://login.salesforce.com"),
                        new Credentials.JwtBearer(
                                "3MVG9", "plumbline@acme.example", Path.of("/run/secrets/plumbline.pem")))));
    }

    @Trap("L1")
    @Test
    void neverShowsTheSecret() {
        Environment environment = Environment.read(Map.of(
                "PLUMBLINE_INSTANCE_URL", ORG, "PLUMBLINE_CLIENT_ID", "3MVG9", "PLUMBLINE_CLIENT_SECRET", "s3cret"));

        assertThat(environment.toString()).contains("3MVG9").doesNotContain("s3cret");
    }

    @Trap("L1")
    @Test
    void neverShowsThePasswordOfADatabaseEvenWithinItsUrl() {
        Environment environment = Environment.read(Map.of(
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://db.example/plumbline?password=s3cret",
                "SPRING_DATASOURCE_USERNAME", "plumbline",
                "SPRING_DATASOURCE_PASSWORD", "t0psecret"));

        DatabaseAddress database = environment.ownDatabase().orElseThrow();
        assertThat(database.url()).endsWith("?password=s3cret");
        assertThat(database.userName()).contains("plumbline");
        assertThat(database.password()).isEqualTo(Secret.of("t0psecret"));
        assertThat(environment.toString() + database).doesNotContain("s3cret").doesNotContain("t0psecret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                              | id | secret | -   | -    | PLUMBLINE_INSTANCE_URL is not set
            https://acme.my.salesforce.com | -  | secret | -   | -    | PLUMBLINE_CLIENT_ID is not set
            https://acme.my.salesforce.com | id | -      | -   | -    | PLUMBLINE_CLIENT_SECRET is not set
            https://acme.my.salesforce.com | id | -      | -   | user | PLUMBLINE_JWT_KEY_FILE is not set
            https://acme.my.salesforce.com | id | -      | key | -    | PLUMBLINE_USERNAME is not set
            https://acme.my.salesforce.com | id | secret | key | user | keep one of them
            https://login.salesforce.com   | id | secret | -   | -    | serves the JWT bearer flow alone
            https://evil.test              | id | secret | -   | -    | its host is not one of Salesforce
            """)
    void halfAConnectionNamesWhatIsMissing(
            String url, String id, String secret, String key, String user, String problem) {
        Map<String, String> variables = new HashMap<>();
        put(variables, "PLUMBLINE_INSTANCE_URL", url);
        put(variables, "PLUMBLINE_CLIENT_ID", id);
        put(variables, "PLUMBLINE_CLIENT_SECRET", secret);
        put(variables, "PLUMBLINE_JWT_KEY_FILE", key);
        put(variables, "PLUMBLINE_USERNAME", user);

        assertThat(Environment.read(variables).connection())
                .isInstanceOfSatisfying(
                        Incomplete.class,
                        incomplete -> assertThat(incomplete.problems())
                                .hasSize(1)
                                .first()
                                .asString()
                                .contains(problem));
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThat(Environment.read(Map.of("PLUMBLINE_USERNAME", "user")).connection())
                .isInstanceOfSatisfying(
                        Incomplete.class,
                        incomplete -> assertThat(incomplete.problems())
                                .extracting(problem -> problem.replaceAll(" .*", ""))
                                .containsExactly(
                                        "PLUMBLINE_INSTANCE_URL", "PLUMBLINE_CLIENT_ID", "PLUMBLINE_JWT_KEY_FILE"));
    }

    private static void put(Map<String, String> variables, String name, String value) {
        if (value != null) {
            variables.put(name, value);
        }
    }

    @Test
    void takesAProxyWithItsLoginApart() {
        Map<String, String> variables = new HashMap<>(SIGN_IN);
        variables.putAll(Map.of(
                "PLUMBLINE_PROXY", "http://proxy.acme.example:3128",
                "PLUMBLINE_PROXY_USER", "plumb",
                "PLUMBLINE_PROXY_PASSWORD", "canary"));

        Configured configured = (Configured) Environment.read(variables).connection();

        assertThat(configured.connection().proxy())
                .contains(new ProxyAddress("proxy.acme.example", 3128, "plumb", Secret.of("canary")));
        assertThat(configured.toString()).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.acme.example:3128",
                "http://proxy.acme.example",
                "https://proxy.acme.example:3128",
                "http://plumb:canary@proxy.acme.example:3128",
                "http://proxy.acme.example:3128/path",
                "http://proxy acme:3128"
            })
    void refusesWhatIsNoPlainAddressOfAProxyWithoutRepeatingIt(String address) {
        Map<String, String> variables = new HashMap<>(SIGN_IN);
        variables.put("PLUMBLINE_PROXY", address);

        assertThat(((Incomplete) Environment.read(variables).connection()).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith("PLUMBLINE_PROXY: give the proxy as http://proxy.acme.example:3128")
                        .doesNotContain("canary"));
    }

    @Test
    void refusesHalfALoginOfAProxyAndALoginWithoutAProxy() {
        Map<String, String> variables = new HashMap<>(SIGN_IN);
        variables.put("PLUMBLINE_PROXY_USER", "plumb");

        assertThat(((Incomplete) Environment.read(variables).connection()).problems())
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).startsWith("PLUMBLINE_PROXY is not set"))
                .anySatisfy(problem -> assertThat(problem).startsWith("PLUMBLINE_PROXY_PASSWORD is not set"));
    }
}
