package io.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the org refuses means the same whichever of its three APIs was asked, and leaves nothing behind. */
class RefusedRowsTest {

    private static final Pattern STATUS = Pattern.compile("<statusCode>(\\w+)</statusCode>|<success>(true)</success>");

    private final SandboxFixture org = new SandboxFixture().asAdministrator();
    private final String account = org.data.create("Account", "Name", "Acme", "Phone", "1");
    private final String other = org.data.create("Account", "Name", "Other");
    private final String gone = org.data.create("Account", "Name", "Gone");
    private final String left = org.data.create(
            "User", "LastName", "Left", "Username", "left@example.com", "Email", "left@example.com", "Alias", "left");

    RefusedRowsTest() {
        org.data.create("Task", "Subject", "There", "Plumbline_Key__c", "taken");
        org.data.update("User", left, "IsActive", false);
        org.data.org.delete(org.data.org.administrator(), List.of(gone), false);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // the limit of a text field: L-1, L, L+1
                "create; Account; Name={x254}; OK",
                "create; Account; Name={x255}; OK",
                "create; Account; Name={x256}; STRING_TOO_LONG",
                "create; Account; Phone=1; REQUIRED_FIELD_MISSING",
                "create; Opportunity; Name=Deal, StageName=Qualification; REQUIRED_FIELD_MISSING",
                "update; Account; Id={account}, NumberOfEmployees=many; INVALID_TYPE_ON_FIELD_IN_RECORD",
                "update; Account; Id={account}, NumberOfEmployees=1.5; INVALID_TYPE_ON_FIELD_IN_RECORD",
                "update; Account; Id={account}, AnnualRevenue=999999999999999999; OK",
                "update; Account; Id={account}, AnnualRevenue=1000000000000000000; NUMBER_OUTSIDE_VALID_RANGE",
                "update; Account; Id={account}, Plumbline_Band__c=Purple; INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                "update; Account; Id={account}, Industry=Alchemy; OK",
                "update; Account; Id={account}, LastActivityDate=2026-01-01; INVALID_FIELD_FOR_INSERT_UPDATE",
                "update; Account; Id={account}, CreatedDate=2020-01-01T00:00:00Z; INVALID_FIELD_FOR_INSERT_UPDATE",
                "update; Account; Id={account}, SystemModstamp=2020-01-01T00:00:00Z; INVALID_FIELD_FOR_INSERT_UPDATE",
                "update; Account; Id={account}, IsDeleted=true; INVALID_FIELD_FOR_INSERT_UPDATE",
                "create; Account; Name=A, CreatedById={left}; INVALID_FIELD_FOR_INSERT_UPDATE",
                "create; Opportunity; Name=Deal, StageName=Qualification, CloseDate=2026-05-01, ExpectedRevenue=5; INVALID_FIELD_FOR_INSERT_UPDATE",
                "create; Opportunity; Name=Deal, StageName=Qualification, CloseDate=2026-02-30; INVALID_TYPE_ON_FIELD_IN_RECORD",
                "create; Task; Subject=S, OwnerId={left}; INACTIVE_OWNER_OR_USER",
                "update; Account; Id={account}, OwnerId={left}; INACTIVE_OWNER_OR_USER",
                "create; Task; Subject=S, Plumbline_Key__c=taken; DUPLICATE_VALUE",
                "create; Event; Subject=S, DurationInMinutes=5, ActivityDateTime=2026-03-02T10:00:00Z, Plumbline_Key__c=taken; DUPLICATE_VALUE",
                "update; Account; Id={gone}, Phone=2; ENTITY_IS_DELETED",
                "create; Contact; LastName=L, AccountId={gone}; ENTITY_IS_DELETED",
                "create; Contact; LastName=L, AccountId={left}; FIELD_INTEGRITY_EXCEPTION",
                "create; Contact; LastName=L, AccountId=001000000000000AAA; INVALID_CROSS_REFERENCE_KEY",
                "create; Contact; LastName=L, AccountId=nonsense; MALFORMED_ID",
                "create; Contact; LastName=L, Email=nobody; INVALID_EMAIL_ADDRESS",
                "update; Account; Id=nonsense, Phone=2; MALFORMED_ID",
                "update; Account; Id=001000000000000AAA, Phone=2; INVALID_CROSS_REFERENCE_KEY",
            })
    void refusesTheSameOverSoapRestAndBulk(String operation, String object, String fields, String code)
            throws IOException {
        Map<String, String> row = row(fields);
        assertThat(soap(operation, object, List.of(row), "")).as("SOAP").containsExactly(code);
        assertThat(rest(operation, object, List.of(row))).as("REST").containsExactly(code);
        assertThat(bulk(operation, object, row)).as("Bulk").isEqualTo(code);
    }

    @ParameterizedTest
    @DisplayName("I1: a field hidden from the integration user is refused, row by row")
    @CsvSource(
            delimiter = ';',
            value = {
                // Bulk reads its header against what the caller sees, so a hidden field ends the job
                "update; Account; Id={account}, Fax=1; INVALID_FIELD_FOR_INSERT_UPDATE; InvalidBatch",
                "update; Account; Id={account}, Plumbline_NPS__c=5; INVALID_FIELD_FOR_INSERT_UPDATE; INVALID_FIELD_FOR_INSERT_UPDATE",
                "update; Account; Id={account}, Plumbline_Health__c=50; OK; OK",
                "create; Task; Subject=S, WhatId={account}, Plumbline_Key__c=k{n}; OK; OK",
                "create; Account; Name=Mine; CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY; CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
                "create; Contact; LastName=Mine; CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY; CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
            })
    void holdsTheIntegrationUserToItsPermissions(
            String operation, String object, String fields, String code, String inBulk) throws IOException {
        org.useToken(org.sandbox.accessToken());
        assertThat(soap(operation, object, List.of(row(fields.replace("{n}", "1"))), ""))
                .containsExactly(code);
        assertThat(rest(operation, object, List.of(row(fields.replace("{n}", "2")))))
                .containsExactly(code);
        assertThat(bulk(operation, object, row(fields.replace("{n}", "3")))).isEqualTo(inBulk);
    }

    @Test
    void aFieldThatDoesNotExistRefusesTheWholeCall() throws IOException {
        Map<String, String> row = row("Id={account}, Nothing__c=1");
        String fault =
                org.soap("<update>" + element("Account", row) + "</update>").text();
        assertThat(fault).contains("<sf:exceptionCode>INVALID_FIELD</sf:exceptionCode>", "Nothing__c");
        assertThat(rest("update", "Account", List.of(row))).containsExactly("INVALID_FIELD");
        assertThat(bulk("update", "Account", row)).isEqualTo("InvalidBatch");
    }

    @Test
    void takesTwoHundredRecordsAndNoMore() throws IOException {
        List<Map<String, String>> rows =
                IntStream.range(0, 201).mapToObj(i -> Map.of("Name", "A" + i)).toList();
        assertThat(soap("create", "Account", rows.subList(0, 199), ""))
                .hasSize(199)
                .containsOnly("OK");
        assertThat(soap("create", "Account", rows.subList(0, 200), ""))
                .hasSize(200)
                .containsOnly("OK");
        assertThat(rest("create", "Account", rows.subList(0, 200))).hasSize(200).containsOnly("OK");
        String all = rows.stream().map(row -> element("Account", row)).collect(Collectors.joining());
        assertThat(org.soap("<create>" + all + "</create>").text())
                .contains("<sf:exceptionCode>EXCEEDED_ID_LIMIT</sf:exceptionCode>");
        assertThat(rest("create", "Account", rows)).containsExactly("EXCEEDED_ID_LIMIT");
    }

    @Test
    @DisplayName("H2: all or none undoes the good rows and says so of each")
    void allOrNoneUndoesAll() throws IOException {
        List<Map<String, String>> rows =
                List.of(row("Id={account}, Phone=2"), row("Id={gone}, Phone=2"), row("Id={other}, Phone=3"));
        String header = "<AllOrNoneHeader><allOrNone>true</allOrNone></AllOrNoneHeader>";
        assertThat(soap("update", "Account", rows, header))
                .containsExactly(
                        "ALL_OR_NONE_OPERATION_ROLLED_BACK", "ENTITY_IS_DELETED", "ALL_OR_NONE_OPERATION_ROLLED_BACK");
        assertThat(org.data.stored(account).get("Phone")).isEqualTo("1");
    }

    @Test
    void refusesTheSameRecordTwiceInOneCall() throws IOException {
        List<Map<String, String>> rows = List.of(row("Id={account}, Phone=2"), row("Id={account}, Phone=3"));
        assertThat(soap("update", "Account", rows, "")).containsExactly("OK", "DUPLICATE_VALUE");
        assertThat(rest("update", "Account", rows)).containsExactly("OK", "DUPLICATE_VALUE");
    }

    @Test
    void clearsByFieldsToNullButNotARequiredField() throws IOException {
        String clear = "<update><sObjects><type>Account</type><fieldsToNull>%s</fieldsToNull><Id>" + account
                + "</Id></sObjects></update>";
        assertThat(org.soap(clear.formatted("Name")).text())
                .contains("<statusCode>REQUIRED_FIELD_MISSING</statusCode>");
        assertThat(org.soap(clear.formatted("Phone")).text()).contains("<success>true</success>");
        assertThat(org.data.stored(account).get("Phone")).isNull();
    }

    @Test
    @DisplayName("H1: a row lock refuses the one row and the next try succeeds")
    void locksOneRow() throws IOException {
        String fault = "{\"kind\":\"row-lock\",\"operation\":\"soap.update\",\"ids\":[\"" + account + "\"]}";
        assertThat(org.control("POST", "faults", fault).status()).isLessThan(300);
        List<Map<String, String>> rows = List.of(row("Id={account}, Phone=7"), row("Id={other}, Phone=7"));
        assertThat(soap("update", "Account", rows, "")).containsExactly("UNABLE_TO_LOCK_ROW", "OK");
        assertThat(soap("update", "Account", rows, "")).containsExactly("OK", "OK");
    }

    private Map<String, String> row(String fields) {
        Map<String, String> row = new LinkedHashMap<>();
        for (String field : fields.split(", ")) {
            int equals = field.indexOf('=');
            Matcher xs = Pattern.compile("\\{x(\\d+)}").matcher(field.substring(equals + 1));
            String value = xs.matches()
                    ? "x".repeat(Integer.parseInt(xs.group(1)))
                    : field.substring(equals + 1)
                            .replace("{account}", account)
                            .replace("{other}", other)
                            .replace("{gone}", gone)
                            .replace("{left}", left);
            row.put(field.substring(0, equals), value);
        }
        return row;
    }

    private static String element(String object, Map<String, String> row) {
        return row.entrySet().stream()
                .map(field -> "<" + field.getKey() + ">" + field.getValue() + "</" + field.getKey() + ">")
                .collect(Collectors.joining("", "<sObjects><type>" + object + "</type>", "</sObjects>"));
    }

    private List<String> soap(String operation, String object, List<Map<String, String>> rows, String header)
            throws IOException {
        String all = rows.stream().map(row -> element(object, row)).collect(Collectors.joining());
        SandboxFixture.Answer answer = org.soap("65.0", "<" + operation + ">" + all + "</" + operation + ">", header);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return STATUS.matcher(answer.text())
                .results()
                .map(found -> found.group(1) == null ? "OK" : found.group(1))
                .toList();
    }

    private List<String> rest(String operation, String object, List<Map<String, String>> rows) throws IOException {
        String records = rows.stream()
                .map(row -> row.entrySet().stream()
                        .map(field -> "\"" + field.getKey() + "\":\"" + field.getValue() + "\"")
                        .collect(Collectors.joining(",", "{\"attributes\":{\"type\":\"" + object + "\"},", "}")))
                .collect(Collectors.joining(","));
        JsonNode answer = org.rest(
                        operation.equals("create") ? "POST" : "PATCH",
                        "composite/sobjects",
                        "{\"allOrNone\":false,\"records\":[" + records + "]}")
                .json();
        List<String> codes = new ArrayList<>();
        answer.forEach(result -> codes.add(
                result.path("success").asBoolean(false)
                        ? "OK"
                        : result.path("errors")
                                .path(0)
                                .path("statusCode")
                                .asString(result.path("errorCode").asString(""))));
        return codes;
    }

    private String bulk(String operation, String object, Map<String, String> row) throws IOException {
        String verb = operation.equals("create") ? "insert" : operation;
        String job = org.rest("POST", "jobs/ingest", "{\"operation\":\"" + verb + "\",\"object\":\"" + object + "\"}")
                .json()
                .path("id")
                .asString();
        String csv = String.join(",", row.keySet()) + "\n" + String.join(",", row.values()) + "\n";
        org.call(
                "PUT",
                SandboxFixture.DATA + "jobs/ingest/" + job + "/batches",
                csv,
                Map.of("Authorization", "Bearer " + org.token(), "Content-Type", "text/csv"));
        org.rest("PATCH", "jobs/ingest/" + job, "{\"state\":\"UploadComplete\"}");
        JsonNode state = org.get("jobs/ingest/" + job).json();
        for (int poll = 0; poll < 5 && !state.path("state").asString().matches("JobComplete|Failed"); poll++) {
            state = org.get("jobs/ingest/" + job).json();
        }
        if (state.path("state").asString().equals("Failed")) {
            return state.path("errorMessage").asString().split(" ")[0];
        }
        String failed = org.get("jobs/ingest/" + job + "/failedResults").text();
        Matcher error = Pattern.compile("\"\\w*\",\"(\\w+):").matcher(failed);
        return error.find() ? error.group(1) : "OK";
    }
}
