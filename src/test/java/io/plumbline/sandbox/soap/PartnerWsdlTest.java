package io.plumbline.sandbox.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.SandboxFixture;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Answers against the schemas of Salesforce's own Partner WSDL (58.0, the newest at hand): names, order, types, what may be nil. */
class PartnerWsdlTest {

    private static final Path WSDL = Path.of("..", "shared", "fixtures", "wsdl", "partner-v58.wsdl");
    private static final DOMImplementationLS LOADING = loading();
    private static Schema schema;

    private final SandboxFixture org = new SandboxFixture().asAdministrator();
    private final String account = org.data.create(
            "Account", "Name", "Acme & Söhne", "BillingCity", "Bonn", "AnnualRevenue", "5", "Industry", "Retail");

    @BeforeAll
    static void readSchemas() throws Exception {
        Assumptions.assumeTrue(Files.exists(WSDL), "skipped: " + WSDL + " is not here");
        Map<String, String> byNamespace = new HashMap<>();
        Document wsdl = parse(Files.readString(WSDL));
        for (Element one : elements(wsdl, XMLConstants.W3C_XML_SCHEMA_NS_URI, "import")) {
            one.setAttribute("schemaLocation", one.getAttribute("namespace"));
        }
        StringBuilder all = new StringBuilder("<schema xmlns='" + XMLConstants.W3C_XML_SCHEMA_NS_URI + "'>");
        for (Element one : elements(wsdl, XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema")) {
            String namespace = one.getAttribute("targetNamespace");
            inherit(one, wsdl.getDocumentElement().getAttributes());
            byNamespace.put(namespace, text(one));
            all.append("<import namespace='" + namespace + "' schemaLocation='" + namespace + "'/>");
        }
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> {
            LSInput input = LOADING.createLSInput();
            input.setSystemId(namespace);
            input.setStringData(byNamespace.get(namespace));
            return input;
        });
        schema = factory.newSchema(new StreamSource(new StringReader(all + "</schema>")));
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<query><queryString>SELECT Id, Name, AnnualRevenue, ParentId, Parent.Name, Owner.Name, CreatedDate FROM Account</queryString></query>",
                "<query><queryString>SELECT Name, BillingAddress FROM Account</queryString></query>",
                "<query><queryString>SELECT COUNT() FROM Account</queryString></query>",
                "<query><queryString>SELECT Name, (SELECT Id, LastName FROM Contacts) FROM Account</queryString></query>",
                "<query><queryString>SELECT TYPEOF What WHEN Account THEN Phone ELSE Name END FROM Task</queryString></query>",
                "<query><queryString>SELECT Industry, COUNT(Id), MAX(CreatedDate), SUM(AnnualRevenue) FROM Account GROUP BY Industry</queryString></query>",
                "<query><queryString>SELECT Id FROM Account LIMIT 0</queryString></query>",
                "<queryAll><queryString>SELECT Subject, What.Type, What.Name, Who.Name FROM Task</queryString></queryAll>",
                "<retrieve><fieldList>Id,Name,BillingAddress</fieldList><sObjectType>Account</sObjectType><ids>{account}</ids><ids>001000000000000AAA</ids></retrieve>",
                "<create><sObjects><type>Contact</type><LastName>Berg</LastName></sObjects><sObjects><type>Contact</type></sObjects></create>",
                "<update><sObjects><type>Account</type><Id>{account}</Id><Name>Beta</Name></sObjects><sObjects><type>Account</type><Id>{account}</Id><NumberOfEmployees>many</NumberOfEmployees></sObjects></update>",
                "<upsert><externalIDFieldName>Plumbline_Key__c</externalIDFieldName><sObjects><type>Task</type><Plumbline_Key__c>k</Plumbline_Key__c><Subject>s</Subject></sObjects><sObjects><type>Task</type></sObjects></upsert>",
                "<delete><ids>{account}</ids><ids>{account}</ids></delete>",
                "<undelete><ids>{account}</ids></undelete>",
                "<emptyRecycleBin><ids>{gone}</ids><ids>{account}</ids></emptyRecycleBin>",
                "<merge><request><masterRecord><type>Account</type><Id>{account}</Id><Site>X</Site></masterRecord><recordToMergeIds>{other}</recordToMergeIds></request><request><masterRecord><type>Account</type><Id>{account}</Id></masterRecord><recordToMergeIds>{account}</recordToMergeIds></request></merge>",
                "<getUpdated><sObjectType>Account</sObjectType><startDate>2026-03-01T00:00:00Z</startDate><endDate>2026-03-02T10:20:00Z</endDate></getUpdated>",
                "<getDeleted><sObjectType>Account</sObjectType><startDate>2026-03-01T00:00:00Z</startDate><endDate>2026-03-02T10:20:00Z</endDate></getDeleted>",
                "<describeGlobal/>",
                "<describeSObject><sObjectType>Account</sObjectType></describeSObject>",
                "<describeSObjects><sObjectType>Task</sObjectType><sObjectType>Contact</sObjectType><sObjectType>Plumbline_Plan__c</sObjectType><sObjectType>Opportunity</sObjectType></describeSObjects>",
                "<getUserInfo/>",
                "<getServerTimestamp/>",
                "<invalidateSessions><sessionIds>00D!nobody</sessionIds></invalidateSessions>",
                "<logout/>",
            })
    void answersAsTheSchemaSays(String operation) throws Exception {
        String gone = org.data.create("Account", "Name", "Gone");
        org.soap("<delete><ids>" + gone + "</ids></delete>");
        String other = org.data.create("Account", "Name", "Other");
        org.data.create("Contact", "LastName", "Doe", "AccountId", other);
        Document answer = answer(
                operation.replace("{account}", account).replace("{gone}", gone).replace("{other}", other), 200);
        assertThat(complaints(one(answer, "urn:partner.soap.sforce.com", "LimitInfoHeader")))
                .isEmpty();
        assertThat(complaints(body(answer))).isEmpty();
    }

    @Test
    void describesEveryObjectAsTheSchemaSays() throws Exception {
        for (var object : org.data.org.schema().objects()) {
            Document answer =
                    answer("<describeSObject><sObjectType>" + object.name() + "</sObjectType></describeSObject>", 200);
            assertThat(complaints(body(answer))).as(object.name()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<query><queryString>SELECT Id FROM</queryString></query>",
                "<query><queryString>SELECT Nope FROM Account</queryString></query>",
                "<query><queryString>SELECT Id FROM Nope</queryString></query>",
                "<query><queryString>SELECT Id FROM Account WHERE Id = 'x'</queryString></query>",
                "<queryMore><queryLocator>01g000000000000AAA-2000</queryLocator></queryMore>",
                "<describeSObject><sObjectType>Nope</sObjectType></describeSObject>",
                "<retrieve><fieldList>Nope</fieldList><sObjectType>Account</sObjectType><ids>{account}</ids></retrieve>",
                "<getUpdated><sObjectType>Account</sObjectType><startDate>2020-03-01T00:00:00Z</startDate><endDate>2026-03-02T10:20:00Z</endDate></getUpdated>",
                "<convertLead/>",
            })
    void refusesAsTheSchemaSays(String operation) throws Exception {
        Document answer = answer(operation, 500);
        Node detail = one(answer, null, "detail").getFirstChild();
        assertThat(complaints(detail)).isEmpty();
        assertThat(detail.getNamespaceURI()).isEqualTo("urn:fault.partner.soap.sforce.com");
    }

    private Document answer(String operation, int status) throws Exception {
        SandboxFixture.Answer answer = org.soap(operation);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return parse(answer.text());
    }

    private static Document parse(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    /** A schema taken out of the WSDL still needs the prefixes that the WSDL declares. */
    private static void inherit(Element schema, NamedNodeMap declarations) {
        for (int i = 0; i < declarations.getLength(); i++) {
            Attr each = (Attr) declarations.item(i);
            if (each.getName().startsWith("xmlns:") && !schema.hasAttribute(each.getName())) {
                schema.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, each.getName(), each.getValue());
            }
        }
    }

    private static String text(Element element) {
        return LOADING.createLSSerializer().writeToString(element).replaceFirst("<\\?xml.*?\\?>", "");
    }

    private static DOMImplementationLS loading() {
        try {
            return (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Element> elements(Document document, String namespace, String name) {
        NodeList found = document.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Node body(Document answer) {
        return one(answer, "http://schemas.xmlsoap.org/soap/envelope/", "Body").getFirstChild();
    }

    private static Element one(Document answer, String namespace, String name) {
        NodeList found =
                namespace == null ? answer.getElementsByTagName(name) : answer.getElementsByTagNameNS(namespace, name);
        assertThat(found.getLength()).as(name).isEqualTo(1);
        return (Element) found.item(0);
    }

    private static List<String> complaints(Node answer) throws IOException, SAXException {
        List<String> complaints = new ArrayList<>();
        Validator validator = schema.newValidator();
        validator.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException problem) {
                complaints.add(problem.getMessage());
            }

            @Override
            public void error(SAXParseException problem) {
                complaints.add(problem.getMessage());
            }

            @Override
            public void fatalError(SAXParseException problem) {
                complaints.add(problem.getMessage());
            }
        });
        validator.validate(new DOMSource(answer));
        return complaints.stream().distinct().toList();
    }
}
