package io.plumbline.salesforce.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.ObjectName;
import io.plumbline.crm.RecordId;
import io.plumbline.crm.StorableText;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.MirrorRow;
import io.plumbline.mirror.RowSource;
import io.plumbline.mirror.Watermark;
import io.plumbline.salesforce.FieldDescription.Type;
import io.plumbline.salesforce.RecordWrite;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.StreamRequest;
import io.plumbline.salesforce.StreamedPage;
import io.plumbline.salesforce.WriteOutcome;
import io.plumbline.salesforce.auth.AccessTokens;
import io.plumbline.salesforce.bulk.BulkSettings;
import io.plumbline.salesforce.bulk.BulkTransport;
import io.plumbline.salesforce.call.TypedText;
import io.plumbline.salesforce.http.Deadlines;
import io.plumbline.salesforce.http.SalesforceHttp;
import io.plumbline.salesforce.soap.CallSettings;
import io.plumbline.salesforce.soap.WscOrg;
import io.plumbline.sandbox.SandboxFixture;
import io.plumbline.testing.TestDatabase;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * 500 texts, 200 amounts and 100 days: whichever API they come over and in whichever zone this JVM lives, they are what
 * they were, in the database, too. What we write is read back as it was written, so nothing is ever written again.
 */
class ValuesArriveAsTheyWereTest {

    private static final FieldName TEXT = FieldName.of("Plumbline_Detail__c");
    private static final FieldName AMOUNT = FieldName.of("Amount");
    private static final FieldName DAY = FieldName.of("CloseDate");
    private static final ObjectName ACCOUNT = ObjectName.of("Account");
    private static final ObjectName OPPORTUNITY = ObjectName.of("Opportunity");
    private static final RecordId ORG = RecordId.of("00D000000000001");
    private static final RowSource ROWS = RowSource.of("corpus");

    private static final TimeZone BEFORE = TimeZone.getDefault();
    private static final Map<RecordId, FieldValue> TEXTS = new LinkedHashMap<>();
    private static final Map<RecordId, FieldValue> AMOUNTS = new LinkedHashMap<>();
    private static final Map<RecordId, FieldValue> DAYS = new LinkedHashMap<>();
    private static final Map<RecordId, FieldValue> OURS = new LinkedHashMap<>();

    private static SandboxFixture fixture;
    private static int compared;
    private static int different;

    private static ChosenTransport soap;
    private static ChosenTransport bulk;

    @BeforeAll
    static void peopleEnterTheCorpus() {
        fixture = new SandboxFixture();
        for (String text : ValueCorpus.texts(500)) {
            String kept = text.strip().replace("\r\n", "\n").replace('\r', '\n');
            TEXTS.put(created("Account", "Name", "of people", "Plumbline_Detail__c", text), FieldValue.text(kept));
        }
        String account = fixture.data.create("Account", "Name", "with opportunities");
        List<BigDecimal> amounts = ValueCorpus.numbers(200);
        List<LocalDate> days = ValueCorpus.days(100);
        for (int i = 0; i < amounts.size(); i++) {
            RecordId deal = created(
                    "Opportunity",
                    "Name",
                    "n" + i,
                    "AccountId",
                    account,
                    "StageName",
                    "Prospecting",
                    "Amount",
                    amounts.get(i),
                    "CloseDate",
                    days.get(i % days.size()));
            AMOUNTS.put(deal, FieldValue.number(amounts.get(i)));
            DAYS.put(deal, FieldValue.day(days.get(i % days.size())));
        }
        for (String raw : ValueCorpus.rawTexts(500)) {
            String kept = StorableText.of(raw).strip();
            OURS.put(created("Account", "Name", "of ours"), kept.isEmpty() ? FieldValue.EMPTY : FieldValue.text(kept));
        }
        soap = transport(new BulkThresholds(Long.MAX_VALUE, Integer.MAX_VALUE));
        bulk = transport(new BulkThresholds(0, 1));
    }

    @AfterEach
    void restoreTheZone() {
        TimeZone.setDefault(BEFORE);
    }

    @AfterAll
    static void printTheFigure() {
        fixture.close();
        System.out.println("Values: " + compared + " compared over SOAP, REST, Bulk and "
                + System.getProperty("plumbline.database", "h2") + " in 5 zones, " + different + " differences");
    }

    @Trap({"E1", "E2", "E5", "E6", "E9", "E11", "H1", "H6"})
    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Europe/Berlin", "Asia/Kolkata", "Pacific/Auckland"})
    void valuesAreTheSameOverEveryApi(String zone) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        List<String> differences = new ArrayList<>();
        write(soap);
        same("our texts", OURS, read(TEXT, "Name = 'of ours'", ACCOUNT, Type.TEXT), differences);
        write(bulk);
        same("our texts by bulk", OURS, read(TEXT, "Name = 'of ours'", ACCOUNT, Type.TEXT), differences);
        same("texts", TEXTS, read(TEXT, "Name = 'of people'", ACCOUNT, Type.TEXT), differences);
        same("amounts", AMOUNTS, read(AMOUNT, "StageName = 'Prospecting'", OPPORTUNITY, Type.NUMBER), differences);
        same("days", DAYS, read(DAY, "StageName = 'Prospecting'", OPPORTUNITY, Type.DATE), differences);

        different += differences.size();
        assertThat(differences).isEmpty();
    }

    private static void write(ChosenTransport way) {
        List<RecordWrite> writes = new ArrayList<>();
        OURS.forEach((id, value) -> writes.add(new RecordWrite.Update(ACCOUNT, id, Map.of(TEXT, value))));
        assertThat(way.write(writes)).allMatch(WriteOutcome.Saved.class::isInstance);
    }

    private static Map<String, Map<RecordId, FieldValue>> read(
            FieldName field, String where, ObjectName object, Type type) throws IOException {
        SoqlQuery query = new SoqlQuery(object, List.of(field), Optional.of(where), Optional.of("Id"), false);
        Map<String, Map<RecordId, FieldValue>> ways = new LinkedHashMap<>();
        List<CrmRecord> overSoap = soap.query(query).records();
        List<CrmRecord> overBulk = new ArrayList<>();
        bulk.stream(StreamRequest.of(query), (StreamedPage page) -> overBulk.addAll(page.records()));
        ways.put("SOAP", values(overSoap, field));
        ways.put("Bulk", values(overBulk, field));
        ways.put("REST", overRest(query, field, type));
        ways.put("the database", values(overDatabase(overBulk), field));
        return ways;
    }

    private static void same(
            String what,
            Map<RecordId, FieldValue> expected,
            Map<String, Map<RecordId, FieldValue>> ways,
            List<String> differences) {
        ways.forEach((way, values) -> {
            assertThat(values.keySet())
                    .as(what + " over " + way)
                    .containsExactlyInAnyOrderElementsOf(expected.keySet());
            expected.forEach((id, value) -> {
                compared++;
                if (!value.equals(values.get(id))) {
                    differences.add(what + " over " + way + ": '" + value + "' came as '" + values.get(id) + "'");
                }
            });
        });
    }

    private static Map<RecordId, FieldValue> values(List<CrmRecord> records, FieldName field) {
        Map<RecordId, FieldValue> values = new LinkedHashMap<>();
        records.forEach(record -> values.put(record.id(), record.fields().get(field)));
        return values;
    }

    private static Map<RecordId, FieldValue> overRest(SoqlQuery query, FieldName field, Type type) throws IOException {
        Map<RecordId, FieldValue> values = new LinkedHashMap<>();
        String soql = URLEncoder.encode(query.text(), StandardCharsets.UTF_8);
        for (JsonNode record : fixture.get("query?q=" + soql).json().get("records")) {
            JsonNode value = record.get(field.toString());
            String text = value.isNull()
                    ? ""
                    : value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
            values.put(RecordId.of(record.get("Id").asString()), TypedText.read(text, type));
        }
        return values;
    }

    private static List<CrmRecord> overDatabase(List<CrmRecord> records) {
        Mirror mirror = new Mirror(TestDatabase.migrated());
        Instant now = Instant.parse("2026-06-30T06:00:00Z");
        mirror.store(
                ORG,
                ROWS,
                records.stream()
                        .map(record -> new MirrorRow(
                                ROWS, record, Optional.empty(), Optional.empty(), now, false, Optional.empty()))
                        .toList(),
                new Watermark("corpus", now, true));
        return mirror.org(ORG).rows(ROWS).stream().map(MirrorRow::record).toList();
    }

    private static ChosenTransport transport(BulkThresholds thresholds) {
        SignIn signIn = new SignIn.ClientCredentials(
                URI.create(fixture.sandbox.instanceUrl()), fixture.sandbox.clientId(), fixture.sandbox.clientSecret());
        AccessTokens tokens = new AccessTokens(signIn, new SalesforceHttp(Deadlines.SIGN_IN), Clock.systemUTC());
        SalesforceHttp http = new SalesforceHttp(Deadlines.CALL);
        return new ChosenTransport(
                new WscOrg(tokens, http, new CallSettings(2000, 4, 5, time -> {})),
                new BulkTransport(tokens, http, BulkSettings.standard().withPause(time -> {}), Clock.systemUTC()),
                thresholds);
    }

    private static RecordId created(String object, Object... fields) {
        return RecordId.of(fixture.data.create(object, fields));
    }
}
