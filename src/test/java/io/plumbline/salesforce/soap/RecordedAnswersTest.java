package io.plumbline.salesforce.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.RecordPage;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.StubOrg;
import io.plumbline.salesforce.call.ApiFault;
import io.plumbline.salesforce.soap.WriteResults.Result;
import io.plumbline.testing.Recorded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that others recorded or wrote down, read in place. */
class RecordedAnswersTest {

    private static final Pattern SUCCESS = Pattern.compile("<success>(\\w+)</success>");
    private static final Pattern SIZE = Pattern.compile("<size>(\\d+)</size>");

    @Test
    void readsRecordedResultsOfWrites() throws IOException {
        assertThat(WriteResults.read(recorded("soapforce/upsert_response.xml"), (used, limit) -> {}))
                .extracting(Result::success, Result::created)
                .containsExactly(tuple(true, true), tuple(true, false));
        assertThat(WriteResults.read(recorded("soapforce/update_response_failure.xml"), (used, limit) -> {}))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.success()).isFalse();
                    assertThat(result.id()).isEmpty();
                    assertThat(result.problems().get(0).code())
                            .isEqualTo("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY");
                });
    }

    /** As many results as were recorded, each with what stands in it, unknown elements and all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "create_response",
                "create_response_failure",
                "update_response",
                "update_response_failure",
                "upsert_response",
                "delete_response",
                "delete_response_failure"
            })
    void readsEveryRecordedResult(String file) throws IOException {
        String xml = new String(recorded("soapforce/" + file + ".xml"), StandardCharsets.UTF_8);

        List<Result> results = WriteResults.read(xml.getBytes(StandardCharsets.UTF_8), (used, limit) -> {});

        assertThat(results)
                .extracting(Result::success)
                .isEqualTo(SUCCESS.matcher(xml)
                        .results()
                        .map(each -> each.group(1).equals("true"))
                        .toList());
        assertThat(results).isNotEmpty().allSatisfy(result -> {
            assertThat(result.success()).isEqualTo(result.problems().isEmpty());
            assertThat(result.success()).isEqualTo(!result.id().isEmpty());
        });
    }

    @ParameterizedTest
    @CsvSource({"query, query_response", "queryAll, query_all_response"})
    void readsEveryRecordedPage(String operation, String file) throws IOException {
        String xml = new String(recorded("soapforce/" + file + ".xml"), StandardCharsets.UTF_8);
        try (StubOrg stub = new StubOrg()) {
            stub.answersWith("describeSObject", recordedAnswer("mulesoft-emulator/describeSObject-response.xml"))
                    .answersWith(operation, StubOrg.xml(200, xml));

            RecordPage page = Orgs.on(stub, new ArrayList<>())
                    .query(new SoqlQuery(
                            ObjectName.of("Opportunity"),
                            List.of(FieldName.of("Name"), FieldName.of("StageName")),
                            Optional.empty(),
                            Optional.empty(),
                            operation.equals("queryAll")));

            Matcher size = SIZE.matcher(xml);
            assertThat(size.find()).isTrue();
            assertThat(page.total()).isEqualTo(Long.parseLong(size.group(1)));
            assertThat(page.records()).hasSize(Math.toIntExact(page.total()));
        }
    }

    @Test
    void readsARecordedListOfObjects() throws IOException {
        try (StubOrg stub = new StubOrg()) {
            stub.answersWith("describeGlobal", recordedAnswer("soapforce/describe_global_response.xml"));

            assertThat(Orgs.on(stub, new ArrayList<>()).objects()).isNotEmpty();
        }
    }

    @Test
    void readsARecordedFaultWithoutAPrefix() throws IOException {
        assertThat(SoapFault.read(recorded("transcribed/fault-INVALID_LOGIN-unprefixed-faultcode.http500.xml")))
                .map(ApiFault::code)
                .contains("INVALID_LOGIN");
    }

    @Test
    void readsARecordedPageAndARecordedDescribe() throws IOException {
        try (StubOrg stub = new StubOrg()) {
            stub.answersWith("describeSObject", recordedAnswer("mulesoft-emulator/describeSObject-response.xml"))
                    .answersWith("query", recordedAnswer("soapforce/query_response.xml"));

            List<CrmRecord> rows = Orgs.on(stub, new ArrayList<>())
                    .query(new SoqlQuery(
                            ObjectName.of("Opportunity"),
                            List.of(FieldName.of("Name"), FieldName.of("StageName")),
                            Optional.empty(),
                            Optional.empty(),
                            false))
                    .records();

            assertThat(rows).hasSize(2);
            assertThat(rows.get(0).fields())
                    .containsEntry(FieldName.of("Name"), FieldValue.text("Opportunity 1"))
                    .containsEntry(FieldName.of("StageName"), FieldValue.text("Prospecting"));
        }
    }

    private static ResponseDefinitionBuilder recordedAnswer(String file) throws IOException {
        return StubOrg.xml(200, new String(recorded(file), StandardCharsets.UTF_8));
    }

    private static byte[] recorded(String file) throws IOException {
        return Recorded.bytes("soap/" + file);
    }
}
