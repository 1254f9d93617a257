package io.plumbline.salesforce.soap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.QueryResult;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import com.sforce.ws.transport.Transport;
import io.plumbline.crm.CrmRecord;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.FieldDescription;
import io.plumbline.salesforce.FieldDescription.Type;
import io.plumbline.salesforce.ObjectDescription;
import io.plumbline.salesforce.SoqlQuery;
import io.plumbline.salesforce.call.FieldTypes;
import io.plumbline.salesforce.soap.page.FlatPage;
import io.plumbline.salesforce.soap.page.FlatPages;
import io.plumbline.salesforce.soap.page.PageFrame;
import io.plumbline.testing.Trap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is read of a page without WSC is what WSC and {@link RecordReader} make of the same page. */
class FlatPagesTest {

    private static final Map<String, Type> FIELDS = Map.of(
            "Name", Type.TEXT,
            "Type", Type.TEXT,
            "Amount", Type.NUMBER,
            "IsWon", Type.BOOLEAN,
            "CloseDate", Type.DATE,
            "SystemModstamp", Type.DATE_TIME,
            "AccountId", Type.REFERENCE);
    private static final Map<Type, List<String>> VALUES = Map.of(
            Type.TEXT,
            List.of(
                    "plain",
                    "",
                    " blank ",
                    "M\u00fcller \u20ac \ud83d\ude00",
                    "a &amp; b &lt;c&gt; &quot;d&apos;",
                    "&#10;&#x20AC;&#13;x",
                    "two\r\nlines\rthree\n",
                    "ends with \r",
                    "two\r&#10;ends, one&#13;&#10;end, one&#13;\nend, two\n&#13;ends &#10;",
                    "&lt;&lt;&gt;&amp;amp;&apos;&#9;and then eight plain ones &#8364;"),
            Type.NUMBER,
            List.of("0", "-0.10", "12345.00", "9.9213206E7", "999999999999999999.01", "500"),
            Type.BOOLEAN,
            List.of("true", "false", "1"),
            Type.DATE,
            List.of("2024-02-29", "2024-03-31Z"),
            Type.DATE_TIME,
            List.of("2026-01-02T03:04:05.678Z", "2026-01-02T03:04:05.678+0000"),
            Type.REFERENCE,
            List.of("001000000000001AAA", "001000000000001", "0015e00000AAAAAAA5", "no\r\nId\r"));
    private static final String ID = "<sf:Id>001000000000001AAA</sf:Id>";
    private static final List<String> ODD = List.of(
            "<sf:Name><![CDATA[in <b>brackets</b>]]></sf:Name>",
            "<sf:Name>with<!-- a comment --></sf:Name>",
            "<sf:Name xsi:type=\"xsd:string\">typed</sf:Name>",
            "<sf:Name/>",
            "<sf:Name >blank in the tag</sf:Name>",
            "<sf:Name>one</sf:Name><sf:Name>two</sf:Name>",
            "<sf:Amount xsi:type=\"xsd:double\">5.0</sf:Amount>",
            "<sf:Account xsi:type=\"sf:sObject\"><sf:type>Account</sf:type><sf:Id xsi:nil=\"true\"/>"
                    + "<sf:Name>Acme</sf:Name></sf:Account>",
            "<sf:Contacts xsi:type=\"QueryResult\"><done>true</done><queryLocator xsi:nil=\"true\"/>"
                    + "<records xsi:type=\"sf:sObject\"><sf:type>Contact</sf:type><sf:Id>003000000000001AAA</sf:Id>"
                    + "</records><size>1</size></sf:Contacts>",
            " ");

    private final SoqlQuery query = new SoqlQuery(
            ObjectName.of("Opportunity"),
            FIELDS.keySet().stream().sorted().map(FieldName::of).toList(),
            Optional.empty(),
            Optional.empty(),
            false);
    private final FieldTypes types = new FieldTypes(FlatPagesTest::description);

    @ParameterizedTest
    @Trap({"E2", "E6", "E11", "H1", "H6"})
    @ValueSource(longs = {20261122, 1, 2, 3})
    void readsOfFlatPagesJustWhatWscReads(long seed) {
        Random random = new Random(seed);
        FlatPages pages = new FlatPages(query, types);
        for (int round = 0; round < 60; round++) {
            byte[] page = page(records(random, false));

            assertThat(read(pages, page)).as("seed %d, round %d", seed, round).hasValueSatisfying(flat -> {
                assertThat(flat.records()).isEqualTo(byWsc(page));
                assertThat(flat.frame())
                        .isEqualTo(
                                new PageFrame(Optional.of("01g-2000"), 7, Optional.of(new PageFrame.Calls(3, 15000))));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {20261122, 1, 2, 3})
    void leavesEveryOtherPageToWsc(long seed) {
        Random random = new Random(seed);
        FlatPages pages = new FlatPages(query, types);
        int left = 0;
        for (int round = 0; round < 60; round++) {
            byte[] page = page(records(random, true));

            Optional<FlatPage> flat = read(pages, page);

            if (flat.isPresent()) {
                assertThat(flat.get().records())
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(byWsc(page));
            } else {
                left++;
            }
        }
        assertThat(left).as("seed %d", seed).isGreaterThan(40);
    }

    /** In the window through which a page is seen every part of a record lies at its end once. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096, 65_535, 65_536, 65_537, 1 << 20})
    void readsAPageThatComesInPartsOfAnySize(int most) {
        Random random = new Random(20261122);
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            records.append(records(random, false));
        }
        byte[] page = page(records.toString());
        assertThat(page.length).isGreaterThan(3 * 65_536);

        Optional<FlatPage> flat = read(new FlatPages(query, types), new Parts(page, most));

        assertThat(flat).hasValueSatisfying(read -> assertThat(read.records()).isEqualTo(byWsc(page)));
    }

    @Test
    void readsARecordLongerThanAnyBuffer() {
        FlatPages pages = new FlatPages(query, types);
        for (int length : List.of(20_000, 65_000, 66_000, 131_072, 1_000_000)) {
            byte[] page = page(record(ID + "<sf:Name>" + "x".repeat(length) + "</sf:Name>")
                    + record(ID + "<sf:Name>" + "&lt;\u20ac".repeat(length / 5) + "</sf:Name>"));

            assertThat(read(pages, page))
                    .hasValueSatisfying(flat -> assertThat(flat.records()).isEqualTo(byWsc(page)));
        }
    }

    /** Cut at each byte, even within the last record or the end of the envelope. */
    @Test
    @Trap("B7")
    void neverMakesAWholePageOfOneThatWasCut() {
        FlatPages pages = new FlatPages(query, types);
        byte[] page = page(records(new Random(5), false));
        for (int length = 0; length < page.length; length++) {
            assertThat(read(pages, Arrays.copyOf(page, length))).isEmpty();
        }
        assertThat(read(pages, page)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sf:Id>001000000000001AAB</sf:Id>",
                "<sf:Id>001000000000001AAA</sf:Id><sf:Amount>many</sf:Amount>",
                "<sf:Id>001000000000001AAA</sf:Id><sf:Name>&undeclared;</sf:Name>",
                "<sf:Id>001000000000001AAA</sf:Id><sf:Name>& alone</sf:Name>",
                "<sf:Id>001000000000001AAA</sf:Id><sf:Name>&#x1F;</sf:Name>",
                "<sf:Id>001000000000001AAA</sf:Id><sf:Id>001000000000002AAA</sf:Id>",
                "<sf:Id xsi:nil=\"true\"/>"
            })
    void leavesToWscWhatCannotBeRead(String fields) {
        FlatPages pages = new FlatPages(query, types);
        assertThat(read(pages, page(record(ID + "<sf:Amount>7</sf:Amount>")))).isPresent();

        assertThat(read(pages, page(record(fields)))).isEmpty();
    }

    @Test
    void readsOnAfterAPageThatWasNotFlat() {
        FlatPages pages = new FlatPages(query, types);
        byte[] flat = page(records(new Random(5), false));

        assertThat(read(pages, page(record(ID) + record(ID + "<sf:Name/>")))).isEmpty();

        assertThat(read(pages, flat))
                .hasValueSatisfying(read -> assertThat(read.records()).isEqualTo(byWsc(flat)));
    }

    /** What surrounds the records has to be to the letter what Salesforce writes; WSC reads the others as it does. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "encoding=\"UTF-8\"|encoding=\"ISO-8859-1\"",
                "<soapenv:Body>|<!-- a comment --><soapenv:Body>",
                "<soapenv:Body>|<soapenv:Header/><soapenv:Body>",
                "xmlns=\"urn:partner.soap.sforce.com\"|xmlns=\"urn:enterprise.soap.sforce.com\"",
                " xmlns:xsd=| other=",
                "xmlns:sf=\"urn:sobject.partner.soap.sforce.com\"|xmlns:sf=\"urn:other\"",
                "API REQUESTS|CONCURRENT REQUESTS",
                "<done>false</done>|<done>true</done>",
                "<done>false</done>|<done> false </done>",
                "<queryLocator>01g-2000</queryLocator>|<queryLocator xsi:nil=\"true\"/>",
                "<queryLocator>01g-2000</queryLocator>|<queryLocator>01g&amp;2000</queryLocator>",
                "<size>7</size>|<size>70000000000</size>",
                "<size>7</size>|",
                "<size>7</size>|<size>7</size><new>1</new>",
                "</queryResponse>|</queryMoreResponse>",
                "</soapenv:Envelope>|</soapenv:Envelope><more/>"
            })
    void leavesToWscAPageWithAnythingUnexpectedAroundItsRecords(String usual, String odd) {
        FlatPages pages = new FlatPages(query, types);
        String page = new String(page(record(ID)), StandardCharsets.UTF_8);
        assertThat(page).contains(usual);
        assertThat(read(pages, page.getBytes(StandardCharsets.UTF_8))).isPresent();

        String other = page.replace(usual, odd == null ? "" : odd);

        assertThat(read(pages, other.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    /** They belong behind the locator. */
    @Test
    void leavesToWscRecordsInAnotherPlace() {
        String page = new String(page(record(ID)), StandardCharsets.UTF_8);
        String other = page.replace(record(ID), "").replace("<soapenv:Body>", record(ID) + "<soapenv:Body>");

        assertThat(read(new FlatPages(query, types), other.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void readsTheLastPageAndOneWithoutTheCallsOfTheOrg() {
        FlatPages pages = new FlatPages(query, types);
        String page = new String(page(record(ID)), StandardCharsets.UTF_8);
        String last = page.replace("<done>false</done>", "<done>true</done>")
                .replace("<queryLocator>01g-2000</queryLocator>", "<queryLocator xsi:nil=\"true\"/>")
                .replaceAll("<soapenv:Header>.*</soapenv:Header>", "")
                .replace("queryResponse", "queryMoreResponse");

        assertThat(read(pages, last.getBytes(StandardCharsets.UTF_8)))
                .hasValueSatisfying(flat ->
                        assertThat(flat.frame()).isEqualTo(new PageFrame(Optional.empty(), 7, Optional.empty())));
    }

    /** With nothing in all other fields. */
    private static String record(String fields) {
        return "<records xsi:type=\"sf:sObject\"><sf:type>Opportunity</sf:type>" + fields
                + FIELDS.keySet().stream()
                        .filter(name -> !fields.contains("<sf:" + name + ">"))
                        .map(name -> "<sf:" + name + " xsi:nil=\"true\"/>")
                        .collect(Collectors.joining())
                + "</records>";
    }

    /** WSC drops it. */
    @Test
    void readsANumberedCharacterBeyondTheBasicPlane() {
        byte[] page = page(record(ID + "<sf:Name>a&#x1F600;b&#128512;</sf:Name>"));

        assertThat(read(new FlatPages(query, types), page))
                .hasValueSatisfying(flat -> assertThat(flat.records().get(0).text(FieldName.of("Name")))
                        .contains("a\ud83d\ude00b\ud83d\ude00"));
    }

    @Test
    void leavesToWscANameLongerThanAnyInSalesforce() {
        FlatPages pages = new FlatPages(query, types);
        assertThat(read(pages, page(record(ID + "<sf:" + "n".repeat(60) + ">x</sf:" + "n".repeat(60) + ">"))))
                .isPresent();

        for (int length : List.of(198, 300, 70_000)) {
            assertThat(read(pages, page(record(ID + "<sf:" + "n".repeat(length) + " xsi:nil=\"true\"/>"))))
                    .isEmpty();
        }
    }

    @Test
    void leavesPathsOverParentsToWsc() {
        SoqlQuery overParent = new SoqlQuery(
                ObjectName.of("Opportunity"),
                List.of(FieldName.of("Account.Name")),
                Optional.empty(),
                Optional.empty(),
                false);
        byte[] page = page("<records xsi:type=\"sf:sObject\"><sf:type>Opportunity</sf:type>"
                + "<sf:Id>006000000000001AAA</sf:Id><sf:Account xsi:nil=\"true\"/></records>");

        assertThat(read(new FlatPages(overParent, types), page)).isEmpty();
    }

    private String records(Random random, boolean odd) {
        StringBuilder text = new StringBuilder();
        int number = 1 + random.nextInt(6);
        int strange = odd ? random.nextInt(number) : -1;
        for (int i = 0; i < number; i++) {
            List<String> names = new ArrayList<>(FIELDS.keySet());
            Collections.sort(names);
            if (random.nextInt(4) == 0) {
                Collections.shuffle(names, random);
            }
            String id = "<sf:Id>00600000000000" + i + "</sf:Id>";
            text.append("<records xsi:type=\"sf:sObject\"><sf:type>Opportunity</sf:type>")
                    .append(id)
                    .append(random.nextBoolean() ? id : "");
            if (i == strange) {
                text.append(pick(ODD, random));
            }
            for (String name : names) {
                text.append(field(name, random));
            }
            text.append(random.nextInt(5) == 0 ? "<sf:Unasked>x</sf:Unasked>" : "")
                    .append("</records>");
        }
        return text.toString();
    }

    private static String field(String name, Random random) {
        return random.nextInt(5) == 0
                ? "<sf:" + name + " xsi:nil=\"true\"/>"
                : "<sf:" + name + ">" + pick(VALUES.get(FIELDS.get(name)), random) + "</sf:" + name + ">";
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static byte[] page(String records) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><soapenv:Envelope"
                        + " xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns=\"urn:partner.soap.sforce.com\""
                        + " xmlns:sf=\"urn:sobject.partner.soap.sforce.com\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\""
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><soapenv:Header><LimitInfoHeader><limitInfo>"
                        + "<current>3</current><limit>15000</limit><type>API REQUESTS</type></limitInfo>"
                        + "</LimitInfoHeader></soapenv:Header><soapenv:Body><queryResponse>"
                        + "<result xsi:type=\"QueryResult\"><done>false</done><queryLocator>01g-2000</queryLocator>"
                        + records
                        + "<size>7</size></result></queryResponse></soapenv:Body></soapenv:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<FlatPage> read(FlatPages pages, byte[] page) {
        return read(pages, new ByteArrayInputStream(page));
    }

    private static Optional<FlatPage> read(FlatPages pages, InputStream page) {
        try {
            return pages.read(page);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<CrmRecord> byWsc(byte[] page) {
        try {
            RecordReader reader = new RecordReader(query, types);
            return Stream.of(wsc(page).getRecords()).map(reader::read).toList();
        } catch (ConnectionException e) {
            throw new AssertionError(e);
        }
    }

    private static QueryResult wsc(byte[] page) throws ConnectionException {
        ConnectorConfig config = new ConnectorConfig();
        config.setManualLogin(true);
        config.setServiceEndpoint("http://localhost/services/Soap/u/65.0");
        config.setTransportFactory(() -> new Answer(page));
        return new PartnerConnection(config).query("any");
    }

    private static ObjectDescription description(ObjectName object) {
        return ObjectDescription.of(
                object,
                false,
                false,
                FIELDS.entrySet().stream()
                        .map(field -> new FieldDescription(
                                field.getKey(),
                                field.getValue(),
                                255,
                                16,
                                2,
                                false,
                                false,
                                true,
                                false,
                                false,
                                false,
                                List.of(),
                                Optional.empty()))
                        .toList());
    }

    /** Gives no more at once than it has to. */
    private static final class Parts extends FilterInputStream {

        private final int most;

        Parts(byte[] page, int most) {
            super(new ByteArrayInputStream(page));
            this.most = most;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return super.read(into, from, Math.min(most, length));
        }
    }

    /** A server that says one thing. */
    private record Answer(byte[] page) implements Transport {

        @Override
        public void setConfig(ConnectorConfig config) {}

        @Override
        public OutputStream connect(String address, String action) {
            return new ByteArrayOutputStream();
        }

        @Override
        public OutputStream connect(String address, HashMap<String, String> headers) {
            return new ByteArrayOutputStream();
        }

        @Override
        public OutputStream connect(String address, HashMap<String, String> headers, boolean compressed) {
            return new ByteArrayOutputStream();
        }

        @Override
        public InputStream getContent() {
            return new ByteArrayInputStream(page);
        }

        @Override
        public boolean isSuccessful() {
            return true;
        }
    }
}
