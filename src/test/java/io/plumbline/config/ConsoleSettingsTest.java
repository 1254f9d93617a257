package io.plumbline.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.testing.Trap;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the environment says about the console. */
class ConsoleSettingsTest {

    private static final Map<String, String> COMPLETE = Map.of(
            "PLUMBLINE_OIDC_ISSUER", "https://login.acme.example",
            "PLUMBLINE_OIDC_CLIENT_ID", "plumbline",
            "PLUMBLINE_OIDC_CLIENT_SECRET", "hidden-words");

    @Test
    void listensOnThisMachineAloneUnlessSomebodySaysOtherwise() {
        assertThat(ConsoleSettings.DEFAULT.address()).isEqualTo("127.0.0.1");
        assertThat(ConsoleSettings.read(Map.of("PLUMBLINE_ADDRESS", " 0.0.0.0 "))
                        .address())
                .isEqualTo("0.0.0.0");
        assertThat(ConsoleSettings.DEFAULT.oidc()).isEmpty();
    }

    @Test
    void readsAProvider() {
        ConsoleSettings settings = ConsoleSettings.read(COMPLETE);

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.oidc()).hasValueSatisfying(provider -> {
            assertThat(provider.issuer()).isEqualTo("https://login.acme.example");
            assertThat(provider.rolesClaim()).isEqualTo("plumbline_roles");
        });
    }

    @Test
    void namesAllThatIsMissingAtOnce() {
        assertThat(ConsoleSettings.read(
                                Map.of("PLUMBLINE_OIDC_CLIENT_ID", "plumbline", "PLUMBLINE_SCRAPE_TOKEN", "short"))
                        .problems())
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem).startsWith("PLUMBLINE_OIDC_ISSUER is not set"))
                .anySatisfy(problem -> assertThat(problem).startsWith("PLUMBLINE_OIDC_CLIENT_SECRET is not set"))
                .anySatisfy(problem -> assertThat(problem).contains("PLUMBLINE_SCRAPE_TOKEN is too short"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://login.acme.example", "login.acme.example", "ftp://x", "https:nothing", "not an address"})
    void refusesAProviderWhomOthersCouldPlay(String issuer) {
        Map<String, String> variables = new HashMap<>(COMPLETE);
        variables.put("PLUMBLINE_OIDC_ISSUER", issuer);

        assertThat(ConsoleSettings.read(variables).problems())
                .singleElement()
                .asString()
                .contains("no https address");
    }

    @Trap("L1")
    @Test
    void secretsDoNotShow() {
        Map<String, String> variables = new HashMap<>(COMPLETE);
        variables.put("PLUMBLINE_SCRAPE_TOKEN", "hidden-words-of-the-collector");

        assertThat(ConsoleSettings.read(variables).toString()).doesNotContain("hidden-words");
    }
}
