package io.plumbline.salesforce.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.StubOrg;
import io.plumbline.salesforce.call.ApiFault;
import io.plumbline.salesforce.soap.WriteResults.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Answers that others recorded or wrote down, read in place. */
class RecordedAnswersTest {

    private static final Path RECORDED = Path.of("..", "shared", "fixtures", "soap");

    @Test
    void readsRecordedResultsOfWrites() throws IOException {
        assertThat(WriteResults.read(recorded("soapforce/upsert_response.xml")))
                .extracting(Result::success, Result::created)
                .containsExactly(tuple(true, true), tuple(true, false));
        assertThat(WriteResults.read(recorded("soapforce/update_response_failure.xml")))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.success()).isFalse();
                    assertThat(result.id()).isEmpty();
                    assertThat(result.problems().get(0).code())
                            .isEqualTo("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY");
                });
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
        Path path = RECORDED.resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "the recorded answers are not here: ../shared/fixtures/soap");
        return Files.readAllBytes(path);
    }
}
