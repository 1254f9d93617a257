package io.plumbline.salesforce.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.testing.Trap;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Trap({"J3", "J4"})
class HttpAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "200, text/html, <p>We are down, Maintenance",
        "200, text/xml, <!DOCTYPE html><html>, Maintenance",
        "200, '', '  \uFEFF<HTML><head>', Maintenance",
        "503, text/html, <html><title>Down for Maintenance</title>, Maintenance",
        "503, text/xml, '', Maintenance",
        "502, '', bad gateway, Unreachable",
        "504, '', '', Unreachable",
        "404, text/html, <html>, UnexpectedAnswer",
        "302, text/html, <html>, UnexpectedAnswer"
    })
    void isNoAnswerOfTheApi(int status, String type, String body, String kind) {
        assertThat(answer(status, type, body).foreign())
                .get()
                .extracting(failure -> failure.getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"200, text/xml, <e:Envelope>", "500, text/xml, <e:Envelope>", "400, application/json, {}", "401, '', []"
    })
    void isWorthParsing(int status, String type, String body) {
        assertThat(answer(status, type, body).foreign()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<title>Down for Maintenance</title>", "<TITLE lang=en>\n Down for\n Maintenance</TITLE>"})
    void quotesTheTitleOfThePage(String title) {
        assertThat(answer(503, "text/html", "<html><head>" + title).foreign())
                .get()
                .extracting(SalesforceFailure::what)
                .asString()
                .contains("\"Down for Maintenance\"");
    }

    private static HttpAnswer answer(int status, String type, String body) {
        return new HttpAnswer(
                URI.create("https://acme.my.salesforce.com/x"),
                status,
                type,
                "",
                body.getBytes(StandardCharsets.UTF_8));
    }
}
