package io.plumbline.bench.peers;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Partner API: a query, what comes after a page, a description, and updates that all succeed. */
final class SoapDesk {

    private static final Pattern LOCATOR = Pattern.compile("queryLocator>(\\d+)<");
    private static final Pattern ACCOUNT = Pattern.compile(">(001[0-9A-Za-z]{15})<");

    private final byte[] one = Pages.compressed(SoapText.described("describeSObject"));
    private final byte[] several = Pages.compressed(SoapText.described("describeSObjects"));
    private final Pages pages;
    private final LeanOrg.Settings settings;

    SoapDesk(Pages pages, LeanOrg.Settings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    void answer(HttpExchange exchange, byte[] asked) throws IOException {
        String envelope = new String(asked, StandardCharsets.UTF_8);
        String body = envelope.substring(envelope.indexOf("Body>"));
        byte[] answer;
        if (body.contains("describeSObject")) {
            answer = body.contains("describeSObjects") ? several : one;
        } else if (body.contains("queryMore")) {
            Matcher locator = LOCATOR.matcher(body);
            if (!locator.find()) {
                throw new IOException("There is no locator in " + body);
            }
            answer = pages.records(settings.rows, Integer.parseInt(locator.group(1)));
        } else if (body.contains("queryString")) {
            answer = pages.records(settings.rows, 0);
        } else {
            answer = saved(body);
        }
        LeanOrg.send(exchange, "text/xml; charset=utf-8", answer, true);
    }

    private static byte[] saved(String body) {
        StringBuilder text = new StringBuilder();
        SoapText.begin(text, "update", 1);
        Matcher account = ACCOUNT.matcher(body);
        while (account.find()) {
            text.append("<result><id>").append(account.group(1)).append("</id><success>true</success></result>");
        }
        SoapText.end(text, "update");
        return Pages.compressed(text);
    }
}
