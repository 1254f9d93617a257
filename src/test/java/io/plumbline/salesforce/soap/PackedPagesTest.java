package io.plumbline.salesforce.soap;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.plumbline.salesforce.soap.SoapText.described;
import static io.plumbline.salesforce.soap.SoapText.field;
import static io.plumbline.salesforce.soap.SoapText.page;
import static io.plumbline.salesforce.soap.SoapText.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.StubOrg;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.SalesforceHttp;
import io.plumbline.testing.Trap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages in gzip, as Salesforce sends them: they are read while they are inflated. */
class PackedPagesTest {

    private static final SoqlQuery QUERY = new SoqlQuery(
            ObjectName.of("Opportunity"), List.of(FieldName.of("Name")), Optional.empty(), Optional.empty(), false);
    private static final int ROWS = 2000;

    private final StubOrg stub = new StubOrg();
    private final List<Duration> pauses = new ArrayList<>();
    private final WscOrg org = Orgs.on(stub, pauses);

    @BeforeEach
    void describe() {
        stub.answers("describeSObject", described("Opportunity", field("Id", "id"), field("Name", "string")));
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void readsAPageOfManyWindows() {
        stub.answersWith("query", packed(whole("")));

        List<CrmRecord> rows = org.query(QUERY).records();

        assertThat(rows).extracting(CrmRecord::id).doesNotHaveDuplicates().hasSize(ROWS);
        assertThat(rows.getLast().text(FieldName.of("Name"))).contains("Row 1999 " + "\u20ac".repeat(30));
    }

    /** One text in brackets in the very last record: what was read before is thrown away, and nothing asked again. */
    @Test
    void givesWscTheWholePageWhenItsLastRecordIsNotFlat() {
        stub.answersWith("query", packed(whole("<![CDATA[ & so on]]>")));

        List<CrmRecord> rows = org.query(QUERY).records();

        assertThat(rows).extracting(CrmRecord::id).doesNotHaveDuplicates().hasSize(ROWS);
        assertThat(rows.getLast().text(FieldName.of("Name"))).contains("Row 1999 " + "\u20ac".repeat(30) + " & so on");
        assertThat(stub.requests("query")).hasSize(1);
    }

    @Test
    @Trap("B7")
    void asksAgainForAPageThatBrokeOffAndKeepsNothingOfIt() {
        byte[] small = gzip(whole(""));
        byte[] wrongSum = small.clone();
        wrongSum[small.length - 6] ^= 1;
        stub.answersWith("query", packed(Arrays.copyOf(small, small.length / 2)), packed(wrongSum), packed(small));

        assertThat(org.query(QUERY).records()).hasSize(ROWS);

        assertThat(stub.requests("query")).hasSize(3);
        assertThat(pauses).hasSize(2);
    }

    @Test
    @Trap("L3")
    void refusesAPageThatIsTooLongOnceItIsInflated() {
        SalesforceHttp http = new SalesforceHttp(Deadlines.SIGN_IN, 100_000);
        WscOrg careful = new WscOrg(
                new AccessTokens(stub.signIn(), http, Orgs.CLOCK), http, new CallSettings(2000, 1, 5, pauses::add));
        stub.answersWith("query", packed(whole("")));

        assertThatThrownBy(() -> careful.query(QUERY))
                .isInstanceOfSatisfying(
                        SalesforceFailedException.class,
                        failed -> assertThat(failed.failure())
                                .isInstanceOf(SalesforceFailure.UnexpectedAnswer.class)
                                .extracting(SalesforceFailure::what)
                                .asString()
                                .contains("longer than 100000 bytes"));
    }

    /** @param more text behind the name of the last record */
    private static String whole(String more) {
        String[] records = new String[ROWS];
        for (int i = 0; i < ROWS; i++) {
            String id = RecordId.of("0065e0000%06d".formatted(i)).value();
            String name = "Row " + i + " " + "\u20ac".repeat(30) + (i == ROWS - 1 ? more : "");
            records[i] = record("Opportunity", id, "<sf:Name>" + name + "</sf:Name>");
        }
        return StubOrg.soap("query", page(ROWS, "", records)).build().getBody();
    }

    private static ResponseDefinitionBuilder packed(String answer) {
        return packed(gzip(answer));
    }

    private static ResponseDefinitionBuilder packed(byte[] small) {
        return aResponse()
                .withHeader("Content-Type", "text/xml;charset=UTF-8")
                .withHeader("Content-Encoding", "gzip")
                .withBody(small);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(small)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return small.toByteArray();
    }
}
