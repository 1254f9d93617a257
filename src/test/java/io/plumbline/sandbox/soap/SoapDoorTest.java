package io.plumbline.sandbox.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.sandbox.SandboxFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The envelopes themselves: versions, headers, malformed and hostile documents, and the shapes of recorded answers. */
class SoapDoorTest {

    private SandboxFixture fixture;

    @BeforeEach
    void start() {
        fixture = new SandboxFixture().asAdministrator();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({"62.0, 200", "65.0, 200", "65.0/00D000000000001, 200", "66.0, 200", "61.0, 500", "30.0, 500"})
    void servesFiveVersionsAndRefusesOthers(String version, int status) throws IOException {
        var answer = fixture.soap(version, "<getServerTimestamp/>", "");
        assertThat(answer.status()).isEqualTo(status);
        if (status == 500) {
            assertThat(answer.text()).contains("<sf:exceptionCode>UNSUPPORTED_API_VERSION</sf:exceptionCode>");
        }
    }

    @Test
    void datesEndInThreeDigitsAndZ() throws IOException {
        assertThat(fixture.soap("<getServerTimestamp/>").text())
                .contains("<timestamp>2026-03-02T10:15:30.123Z</timestamp>");
    }

    @Test
    void aMissingSessionIsAnIllegalOne() throws IOException {
        fixture.useToken("");
        var answer = fixture.soap("<getServerTimestamp/>");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text())
                .contains("<faultcode>sf:INVALID_SESSION_ID</faultcode>")
                .contains("Illegal Session</sf:exceptionMessage>");
    }

    @Test
    void unknownHeadersAreRefusedOnlyWhenTheyMustBeUnderstood() throws IOException {
        String header = "<x:Foo xmlns:x=\"urn:x\" %s>1</x:Foo>";
        assertThat(fixture.soap("65.0", "<getServerTimestamp/>", header.formatted(""))
                        .status())
                .isEqualTo(200);
        var refused = fixture.soap("65.0", "<getServerTimestamp/>", header.formatted("soapenv:mustUnderstand=\"1\""));
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.text()).contains("soapenv:MustUnderstand").contains("{urn:x}Foo");
        assertThat(fixture.soap(
                                "65.0",
                                "<getServerTimestamp/>",
                                "<EmailHeader soapenv:mustUnderstand=\"1\"><triggerUserEmail>true</triggerUserEmail></EmailHeader>")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void operationsThatDoNotExistAndThoseLeftOutAreToldApart() throws IOException {
        assertThat(fixture.soap("<fly/>").text())
                .contains("No operation available for request {urn:partner.soap.sforce.com}fly");
        assertThat(fixture.soap("<convertLead/>").text()).contains("FUNCTIONALITY_NOT_ENABLED");
        assertThat(fixture.soap("64.0", "<login/>", "").text())
                .contains("SOAP API login() is disabled by default in this org.");
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 2001})
    void batchesOfLessThan200OrMoreThan2000AreRefused(int size) throws IOException {
        var answer = fixture.soap(
                "65.0",
                "<query><queryString>SELECT Id FROM Account</queryString></query>",
                "<QueryOptions><batchSize>" + size + "</batchSize></QueryOptions>");
        assertThat(answer.text()).contains("INVALID_BATCH_SIZE");
    }

    // L2
    @Test
    void documentTypesEntitiesAndDepthAreRefused() throws IOException {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>";
        String secret = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>";
        for (String prologue : List.of(bomb, secret)) {
            var answer = post(
                    prologue
                            + "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Body><q>&a;</q></soapenv:Body></soapenv:Envelope>");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).contains("<sf:exceptionCode>UNKNOWN_EXCEPTION</sf:exceptionCode>");
        }
        assertThat(post("<a>".repeat(65) + "</a>".repeat(65)).text()).contains("nested deeper than 64");
        assertThat(post("<a").status()).isEqualTo(500);
        assertThat(post("").status()).isEqualTo(500);
    }

    @Test
    void onlyPostIsTaken() throws IOException {
        assertThat(fixture.call("GET", "/services/Soap/u/65.0", "", Map.of()).status())
                .isEqualTo(405);
        assertThat(fixture.call("POST", "/services/Soap/c/65.0", "<a/>", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aNilFieldIsLeftAndFieldsToNullClears() throws IOException {
        String id = fixture.data.create("Account", "Name", "Nil", "Phone", "123", "Website", "https://example.com");
        String update = """
                <update><sObjects><type>Account</type><Id>%s</Id><Phone xsi:nil="true"/><fieldsToNull>Website</fieldsToNull></sObjects></update>""".formatted(id);
        assertThat(fixture.soap(update).text()).contains("<success>true</success>");

        var record =
                fixture.get("sobjects/Account/" + id + "?fields=Phone,Website").json();
        assertThat(record.path("Phone").asString()).isEqualTo("123");
        assertThat(record.path("Website").isNull()).isTrue();
    }

    @Test
    void aRowWithoutATypeIsNoRow() throws IOException {
        assertThat(fixture.soap("<create><sObjects><Name>x</Name></sObjects></create>")
                        .text())
                .contains("Must send a concrete entity type.");
    }

    @Test
    void aParentMayBeNamedByItsExternalId() throws IOException {
        String create = """
                <create><sObjects><type>Contact</type><LastName>Ext</LastName><Account><type>Account</type><Nope__c>1</Nope__c></Account></sObjects></create>""";
        assertThat(fixture.soap(create).text()).contains("INVALID_FIELD");
    }

    /** Answers have the elements of recorded ones, in their order; values differ. */
    @ParameterizedTest
    @CsvSource({
        "getUserInfo, soapforce/get_user_info_response.xml, getUserInfoResponse/result",
        "describeGlobal, soapforce/describe_global_response.xml, describeGlobalResponse/result/sobjects",
        "query, soapforce/query_response.xml, queryResponse/result",
        "create, soapforce/create_response_failure.xml, createResponse/result",
        "upsert, soapforce/upsert_response.xml, upsertResponse/result",
        "delete, soapforce/delete_response_failure.xml, deleteResponse/result",
        "merge, soapforce/merge_response_failure.xml, mergeResponse/result",
        "getUpdated, transcribed/getUpdated-response.xml, getUpdatedResponse/result"
    })
    void answersHaveTheElementsOfRecordedOnes(String operation, String file, String path) throws IOException {
        Path recorded = Path.of("..", "shared", "fixtures", "soap").resolve(file);
        assumeTrue(Files.exists(recorded), "the recorded answers are not here: " + recorded);
        fixture.data.create("Opportunity", "Name", "One", "StageName", "Prospecting", "CloseDate", "2026-12-01");
        String text = fixture.soap(request(operation)).text();

        List<String> ours = names(text, path);
        List<String> theirs = names(Files.readString(recorded), path);
        assertThat(theirs).isNotEmpty();
        // Newer versions have more elements; none may be missing and the order is the same.
        List<String> common = new ArrayList<>(ours);
        common.retainAll(new TreeSet<>(theirs));
        assertThat(common).containsExactlyElementsOf(theirs);
    }

    private static String request(String operation) {
        return switch (operation) {
            case "query" -> "<query><queryString>SELECT Id, Name, StageName FROM Opportunity</queryString></query>";
            case "create" ->
                "<create><sObjects><type>Account</type><Name>" + "x".repeat(256) + "</Name></sObjects></create>";
            case "delete" -> "<delete><ids>006i000004DAKd</ids></delete>";
            case "merge" ->
                "<merge><request><masterRecord><type>Account</type><Id>001160000000000AAG</Id></masterRecord>"
                        + "<recordToMergeIds>0011500000000</recordToMergeIds></request></merge>";
            case "upsert" ->
                "<upsert><externalIDFieldName>Plumbline_Key__c</externalIDFieldName><sObjects><type>Task</type>"
                        + "<Subject>s</Subject><Plumbline_Key__c>k</Plumbline_Key__c></sObjects></upsert>";
            case "getUpdated" ->
                "<getUpdated><sObjectType>Opportunity</sObjectType><startDate>2026-03-02T09:00:00Z</startDate>"
                        + "<endDate>2026-03-02T10:20:00Z</endDate></getUpdated>";
            default -> "<" + operation + "/>";
        };
    }

    /** The distinct names below a path, of its first occurrence, in order of appearance. */
    private static List<String> names(String document, String path) {
        XmlElement at = new XmlReader()
                .read(document.getBytes(StandardCharsets.UTF_8))
                .child("Body")
                .orElseThrow();
        for (String step : path.split("/")) {
            at = at.child(step).orElseThrow();
        }
        List<String> names = new ArrayList<>();
        flatten(at, names);
        return names.stream().distinct().toList();
    }

    private static void flatten(XmlElement element, List<String> names) {
        element.children().forEach(child -> {
            if (!child.name().equals("fields") && !child.name().endsWith("Description")) {
                names.add(child.name());
            }
            flatten(child, names);
        });
    }

    private SandboxFixture.Answer post(String document) throws IOException {
        return fixture.call("POST", "/services/Soap/u/65.0", document, Map.of("Content-Type", "text/xml"));
    }
}
