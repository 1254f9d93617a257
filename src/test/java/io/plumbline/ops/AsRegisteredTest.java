package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.plumbline.config.Configuration;
import io.plumbline.ops.RunningApi.Reply;
import io.plumbline.testing.SmallOrg;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls the running program as Salesforce will: from nothing but the registration of the External Service in
 * salesforce-metadata, which names every path, parameter and body.
 */
class AsRegisteredTest {

    private static final Path REGISTRATION = Path.of(
            "salesforce-metadata/automation/externalServiceRegistrations/Plumbline.externalServiceRegistration-meta.xml");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path data;

    private static RunningApi api;
    private static int requests;

    /** One operation of the registration. */
    private record Operation(String name, String method, String path, JsonNode described, JsonNode document) {

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void start() {
        api = new RunningApi(data, Configuration.shipped());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    static List<Operation> operations() throws Exception {
        JsonNode document = JSON.readTree(element("schema").getFirst());
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getValue().path("operationId").asString(),
                                method.getKey(),
                                path.getKey(),
                                method.getValue(),
                                document))));
        return operations;
    }

    @Test
    void registrationHasTheDocumentThatTheProgramGivesAndAllOfItsOperations() throws Exception {
        assertThat(JSON.readTree(element("schema").getFirst()))
                .isEqualTo(JSON.readTree(
                        Files.readString(Path.of("salesforce-metadata/automation/openapi/plumbline.json"))));
        assertThat(element("name"))
                .containsExactlyInAnyOrderElementsOf(
                        operations().stream().map(Operation::name).toList())
                .containsExactlyInAnyOrder("judgeAccount", "readVerdict", "answerFinding");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operationAnswersAsItIsDescribed(Operation operation) {
        assertAnswer(operation, call(operation, Map.of(), api.token), 200);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void refusalsAreDescribedToo(Operation operation) {
        assertAnswer(operation, call(operation, Map.of(), null), 401);
        assertAnswer(operation, call(operation, Map.of("orgId", RunningApi.OTHER_ORG), api.token), 403);
        assertAnswer(operation, call(operation, Map.of("accountId", "001000000000ABC"), api.token), 404);
        assertAnswer(operation, call(operation, Map.of("accountId", "x", "orgId", "x"), api.token), 400);
    }

    private static Reply call(Operation operation, Map<String, String> instead, @Nullable String token) {
        String path = operation.path();
        String query = "";
        for (JsonNode parameter : operation.described().path("parameters")) {
            String name = parameter.path("name").asString();
            String value = encoded(value(name, parameter.path("schema"), instead));
            switch (parameter.path("in").asString()) {
                case "path" -> path = path.replace("{" + name + "}", value);
                case "query" -> query += (query.isEmpty() ? "?" : "&") + name + "=" + value;
                default -> throw new AssertionError("nobody said how to send " + parameter);
            }
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(api.address(path + query))
                .method(
                        operation.method().toUpperCase(java.util.Locale.ROOT),
                        body(operation, instead)
                                .map(HttpRequest.BodyPublishers::ofString)
                                .orElse(HttpRequest.BodyPublishers.noBody()));
        if (operation.described().has("requestBody")) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            assertThat(operation
                            .document()
                            .path("components")
                            .path("securitySchemes")
                            .path("token")
                            .path("scheme")
                            .asString())
                    .isEqualTo("bearer");
            request.header("Authorization", "Bearer " + token);
        }
        return RunningApi.send(request);
    }

    private static Optional<String> body(Operation operation, Map<String, String> instead) {
        JsonNode content = operation.described().path("requestBody").path("content");
        if (content.isMissingNode()) {
            return Optional.empty();
        }
        JsonNode schema = resolved(operation, content.path("application/json").path("schema"));
        Map<String, String> body = new LinkedHashMap<>();
        schema.path("properties")
                .properties()
                .forEach(property ->
                        body.put(property.getKey(), value(property.getKey(), property.getValue(), instead)));
        return Optional.of(JSON.writeValueAsString(body));
    }

    /** What only the org knows is known here by its name; all else follows from the schema. */
    private static String value(String name, JsonNode schema, Map<String, String> instead) {
        assertThat(schema.path("type").asString()).as(name).isEqualTo("string");
        String value = instead.get(name);
        if (value != null) {
            return value;
        }
        return switch (name) {
            case "accountId" -> api.org.acme;
            case "orgId" -> api.orgId;
            case "requestedBy", "answeredBy" -> api.org.sam;
            case "finding" -> "plan.review";
            default ->
                switch (schema.path("format").asString("")) {
                    case "date-time" -> RunningApi.NOW.toString();
                    case "date" -> SmallOrg.TODAY.toString();
                    default -> "made-" + ++requests;
                };
        };
    }

    private static void assertAnswer(Operation operation, Reply reply, int status) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        JsonNode described = operation.described().path("responses").path(String.valueOf(status));
        assertThat(described.isMissingNode()).as("%s of %s", status, operation).isFalse();
        ObjectNode schema = JSON.createObjectNode();
        schema.put(
                "$ref",
                described
                        .path("content")
                        .path("application/json")
                        .path("schema")
                        .path("$ref")
                        .asString());
        schema.set("components", closed(operation.document().path("components").deepCopy()));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema.toString())
                        .validate(reply.text(), InputFormat.JSON))
                .as(reply.text())
                .isEmpty();
    }

    /** Salesforce makes a class of every schema: what is not described is lost there. */
    private static JsonNode closed(JsonNode components) {
        components.path("schemas").forEach(schema -> ((ObjectNode) schema).put("additionalProperties", false));
        return components;
    }

    private static JsonNode resolved(Operation operation, JsonNode schema) {
        String name = schema.path("$ref").asString().replace("#/components/schemas/", "");
        return operation.document().path("components").path("schemas").path(name);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> element(String name) throws Exception {
        Document xml;
        try (var file = Files.newInputStream(REGISTRATION)) {
            xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
        } catch (IOException unreadable) {
            throw new AssertionError("the registration is not there", unreadable);
        }
        NodeList found = xml.getElementsByTagName(name);
        return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
                .map(i -> found.item(i).getTextContent())
                .toList();
    }
}
