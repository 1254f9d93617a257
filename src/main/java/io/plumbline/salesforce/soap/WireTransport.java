package io.plumbline.salesforce.soap;

import com.sforce.ws.ConnectorConfig;
import com.sforce.ws.transport.Transport;
import io.plumbline.salesforce.http.HttpAnswer;
import io.plumbline.salesforce.http.NoAnswerException;
import io.plumbline.salesforce.http.SalesforceHttp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * WSC's way to the server, over {@link SalesforceHttp} in place of {@code HttpURLConnection}, whose defaults wait for
 * ever, follow redirects with the session and send a POST again by themselves (traps J8, J10, F2). Good for one call;
 * keeps the answer, so that what WSC cannot read can still be read.
 */
final class WireTransport implements Transport {

    private final SalesforceHttp http;
    private final UnaryOperator<byte[]> before;
    private final ByteArrayOutputStream request = new ByteArrayOutputStream();
    private @Nullable URI endpoint;
    private @Nullable HttpAnswer answer;
    private @Nullable NoAnswerException noAnswer;

    /** @param before sees a good answer before WSC does, and says what WSC is to read of it */
    WireTransport(SalesforceHttp http, UnaryOperator<byte[]> before) {
        this.http = http;
        this.before = before;
    }

    /** The whole answer, when one came. */
    Optional<HttpAnswer> answer() {
        return Optional.ofNullable(answer);
    }

    /** Why none came, when it was tried. */
    Optional<NoAnswerException> noAnswer() {
        return Optional.ofNullable(noAnswer);
    }

    @Override
    public void setConfig(ConnectorConfig config) {
        // All settings are SalesforceHttp's.
    }

    @Override
    public OutputStream connect(String address, String soapAction) {
        return to(address);
    }

    @Override
    public OutputStream connect(String address, HashMap<String, String> headers) {
        return to(address);
    }

    @Override
    public OutputStream connect(String address, HashMap<String, String> headers, boolean compressed) {
        return to(address);
    }

    private OutputStream to(String address) {
        endpoint = URI.create(address);
        return request;
    }

    @Override
    public InputStream getContent() throws IOException {
        if (endpoint == null) {
            throw new IllegalStateException("WSC asked for an answer before it sent anything");
        }
        try {
            HttpAnswer whole = http.post(
                    endpoint,
                    Map.of("Content-Type", "text/xml; charset=UTF-8", "Accept", "text/xml", "SOAPAction", "\"\""),
                    request.toByteArray(),
                    true);
            answer = whole;
            return new ByteArrayInputStream(whole.successful() ? before.apply(whole.body()) : whole.body());
        } catch (NoAnswerException e) {
            noAnswer = e;
            throw e;
        }
    }

    @Override
    public boolean isSuccessful() {
        return answer != null && answer.successful();
    }
}
