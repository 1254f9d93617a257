package io.plumbline.salesforce.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.salesforce.call.ApiFault;
import io.plumbline.testing.Trap;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoapFaultTest {

    @Test
    void readsTheCodeOfTheDetailBeforeThatOfTheFault() {
        assertThat(SoapFault.read(
                        bytes(envelope("<faultcode>sf:OTHER</faultcode><faultstring>OTHER: words</faultstring>"
                                + "<detail><x:F xmlns:x='u'><x:exceptionCode>INVALID_LOGIN</x:exceptionCode>"
                                + "<x:exceptionMessage>wrong</x:exceptionMessage></x:F></detail>"))))
                .contains(new ApiFault("INVALID_LOGIN", "wrong"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sf:INVALID_LOGIN", "INVALID_LOGIN", "soapenv:INVALID_LOGIN"})
    void readsTheCodeWithAndWithoutAPrefix(String code) {
        assertThat(SoapFault.read(bytes(envelope("<faultcode>" + code + "</faultcode><faultstring>w</faultstring>"))))
                .contains(new ApiFault("INVALID_LOGIN", "w"));
    }

    @Test
    void readsWhatArrivedOfAFaultThatWasCut() {
        String whole = envelope("<faultcode>sf:UNKNOWN_EXCEPTION</faultcode><faultstring>words</faultstring>");

        assertThat(SoapFault.read(bytes(whole.substring(0, whole.indexOf("</faultstring>")))))
                .map(ApiFault::code)
                .contains("UNKNOWN_EXCEPTION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain words", "<html><body>down</body></html>", "<a><b/></a>", "\u0000\u0001"})
    void findsNoFaultInAnythingElse(String body) {
        assertThat(SoapFault.read(bytes(body))).isEmpty();
    }

    /** Nothing is fetched and nothing blows up, nor does depth. */
    @Trap({"L2", "L12"})
    @Test
    void resolvesNoEntities() {
        String external = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
                + envelope("<faultcode>&e;</faultcode>");
        String laughs = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>]>"
                + envelope("<faultcode>&d;</faultcode>");
        String deep = "<a>".repeat(10_000) + envelope("<faultcode>X</faultcode>");

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(SoapFault.read(bytes(external))).isEmpty();
            assertThat(SoapFault.read(bytes(laughs))).isEmpty();
            assertThat(SoapFault.read(bytes(deep)).map(ApiFault::code).orElse("X"))
                    .isEqualTo("X");
        });
    }

    /** The JDK's limits on entities do not count the five that every text may have. */
    @Test
    void readsALongMessageFullOfEscapes() {
        String message = "&amp;&lt;&gt;&quot;&#39;".repeat(50_000);

        assertThat(SoapFault.read(
                        bytes(envelope("<faultcode>X</faultcode><faultstring>" + message + "</faultstring>"))))
                .map(fault -> fault.message().length())
                .contains(250_000);
    }

    private static String envelope(String fault) {
        return "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><e:Fault>" + fault
                + "</e:Fault></e:Body></e:Envelope>";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
