package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.config.Environment;
import io.plumbline.ops.start.ConnectorApplication;
import io.plumbline.ops.start.Org;
import io.plumbline.ops.storage.DataFolder;
import io.plumbline.testing.Golden;
import io.plumbline.testing.SmallOrg;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The document of the HTTP API, from which the registration of the External Service is made. To renew it: run this test
 * and copy {@code target/golden/plumbline.json} over {@code salesforce-metadata/automation/openapi/plumbline.json}.
 */
class OpenApiDocumentTest {

    private static final Golden GOLDEN =
            new Golden(Path.of("salesforce-metadata", "automation", "openapi"), Path.of("target", "golden"));

    @TempDir
    Path data;

    /** Lets this test read the document. */
    static class DocumentAccess {

        @Bean
        @Order(1)
        SecurityFilterChain documentAccess(HttpSecurity http) {
            return http.securityMatcher("/v3/**")
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }

    @Test
    void registrationOfTheExternalServiceRestsOnTheContractAsItIs() throws Exception {
        Map<String, Object> settings = new HashMap<>(DataFolder.settings(data));
        settings.put("spring.profiles.active", "openapi");

        HttpResponse<String> document = served(settings, DocumentAccess.class);

        assertThat(document.statusCode()).isEqualTo(200);
        GOLDEN.assertMatches("plumbline.json", document.body() + "\n");
    }

    @Test
    void deliveredProgramServesNoDocument() throws Exception {
        assertThat(served(DataFolder.settings(data), DocumentAccess.class).statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> served(Map<String, Object> settings, Class<?>... more) throws Exception {
        try (SmallOrg org = new SmallOrg();
                ConfigurableApplicationContext context = ConnectorApplication.withPages(
                        Configuration.shipped(),
                        Org.namedBy(Environment.read(ShellRun.environment(org.sandbox, data))),
                        settings,
                        0,
                        more)) {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + ConnectorApplication.portOf(context)
                                            + "/v3/api-docs"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        }
    }
}
