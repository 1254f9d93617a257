package io.plumbline.salesforce.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.call.WriteBatch;
import io.plumbline.testing.Trap;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request of ours says what WSC would say with the same records. */
class WriteRequestTest {

    private static final List<FieldName> FIELDS =
            List.of(FieldName.of("Name"), FieldName.of("Plumbline_Reasons__c"), FieldName.of("Plumbline_Band__c"));
    private static final List<String> PIECES =
            List.of("a", "<b>", "&amp;", "]]>", "\"'", "\n", "\t", " ", "\u00fc\u20ac", "\ud83d\ude00", "0123456789");

    @ParameterizedTest
    @ValueSource(longs = {20261122, 1, 2})
    @Trap("E6")
    void saysOfUpdatesWhatWscSays(long seed) throws Exception {
        Random random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            List<RecordWrite> writes = new ArrayList<>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                RecordId id = RecordId.of("001" + String.format("%012d", i));
                writes.add(new RecordWrite.Update(ObjectName.of("Account"), id, fields(random)));
            }
            WriteBatch batch = WriteBatch.of(writes, 200).getFirst();

            assertThat(said(WriteRequest.of(batch, "session&<", "Plumbline")))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(said(byWsc(batch, "session&<")));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysOfUpsertsWhatWscSays(boolean mails) throws Exception {
        Random random = new Random(20261122);
        FieldName key = FieldName.of("Plumbline_Key__c");
        List<RecordWrite> writes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            writes.add(new RecordWrite.Upsert(ObjectName.of("Task"), key, "k<" + i, fields(random), mails));
        }
        WriteBatch batch = WriteBatch.of(writes, 200).getFirst();

        assertThat(said(WriteRequest.of(batch, "s", "Plumbline"))).isEqualTo(said(byWsc(batch, "s")));
    }

    @Test
    void carriesTheSessionAndOurNameAndWhetherToMail() {
        RecordWrite task =
                new RecordWrite.Upsert(ObjectName.of("Task"), FieldName.of("Plumbline_Key__c"), "k", Map.of(), true);

        assertThat(new String(
                        WriteRequest.of(WriteBatch.of(List.of(task), 200).getFirst(), "a&<b", "Plumbline"), UTF_8))
                .contains("<m:SessionHeader><m:sessionId>a&amp;&lt;b</m:sessionId></m:SessionHeader>")
                .contains("<m:CallOptions><m:client>Plumbline</m:client></m:CallOptions>")
                .contains("<m:triggerOtherEmail>false</m:triggerOtherEmail>")
                .contains("<m:triggerUserEmail>true</m:triggerUserEmail>");
    }

    @Test
    void refusesAFieldOfAnotherRecord() {
        RecordWrite write = new RecordWrite.Update(
                ObjectName.of("Account"),
                RecordId.of("001000000000001AAA"),
                Map.of(FieldName.of("Owner.Name"), FieldValue.text("x")));
        WriteBatch batch = WriteBatch.of(List.of(write), 200).getFirst();

        assertThatThrownBy(() -> WriteRequest.of(batch, "s", "Plumbline"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Owner.Name");
    }

    private static Map<FieldName, FieldValue> fields(Random random) {
        Map<FieldName, FieldValue> fields = new LinkedHashMap<>();
        for (FieldName field : FIELDS) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(5); i > 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            if (random.nextInt(4) > 0) {
                fields.put(field, FieldValue.text(text.toString()));
            }
        }
        return fields;
    }

    private static byte[] byWsc(WriteBatch batch, String session) throws ConnectionException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        ConnectorConfig config = new ConnectorConfig();
        config.setManualLogin(true);
        config.setSessionId(session);
        config.setServiceEndpoint("http://localhost:1/services/Soap/u/65.0");
        config.setTransportFactory(() -> new WireTransport((endpoint, request) -> {
            sent.writeBytes(request);
            throw new IllegalStateException("sent");
        }));
        PartnerConnection wsc = new PartnerConnection(config);
        wsc.setCallOptions("Plumbline", null);
        wsc.setEmailHeader(false, false, batch.mailsOwners());
        SObject[] records =
                batch.writes().stream().map(WriteRequestTest::record).toArray(SObject[]::new);
        assertThatThrownBy(() -> {
                    if (batch.keyField().isPresent()) {
                        wsc.upsert(batch.keyField().get().value(), records);
                    } else {
                        wsc.update(records);
                    }
                })
                .hasMessageContaining("sent");
        return sent.toByteArray();
    }

    private static SObject record(RecordWrite write) {
        SObject record = new SObject();
        record.setType(write.object().value());
        List<String> cleared = new ArrayList<>();
        write.fields().forEach((name, value) -> {
            if (value.toString().isBlank()) {
                cleared.add(name.value());
            }
        });
        if (!cleared.isEmpty()) {
            record.setFieldsToNull(cleared.toArray(String[]::new));
        }
        if (write instanceof RecordWrite.Update update) {
            record.setId(update.id().value());
        }
        write.fields().forEach((name, value) -> {
            if (!cleared.contains(name.value())) {
                record.setField(name.value(), value.toString());
            }
        });
        if (write instanceof RecordWrite.Upsert upsert) {
            record.setField(upsert.keyField().value(), upsert.key());
        }
        return record;
    }

    /** Every element of the body with its namespace, type and text, however the namespaces are abbreviated. */
    private static List<String> said(byte[] request) throws XMLStreamException {
        List<String> said = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        XMLStreamReader in = Xml.open(request);
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    if (in.getLocalName().equals("Body")) {
                        said.clear();
                    }
                    said.add("<" + in.getName() + " of "
                            + in.getAttributeValue("http://www.w3.org/2001/XMLSchema-instance", "type"));
                }
                case XMLStreamConstants.CHARACTERS -> text.append(in.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    said.add(text + ">");
                    text.setLength(0);
                }
                default -> {}
            }
        }
        return said;
    }
}
