package io.plumbline.salesforce.soap;

import com.sforce.ws.ConnectorConfig;
import com.sforce.ws.transport.Transport;
import io.plumbline.salesforce.http.HttpAnswer;
import io.plumbline.salesforce.http.NoAnswerException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * WSC's way to the server, in place of {@code HttpURLConnection}, whose defaults wait for ever, follow redirects with the
 * session and send a POST again by themselves (traps J8, J10, F2). Good for one call; keeps the answer, so that what WSC
 * cannot read can still be read.
 */
final class WireTransport implements Transport {

    private final Exchange exchange;
    private final ByteArrayOutputStream request = new ByteArrayOutputStream();
    private @Nullable URI endpoint;
    private @Nullable HttpAnswer answer;
    private @Nullable NoAnswerException noAnswer;

    /** Sends what WSC composed, or has the answer to it already. */
    @FunctionalInterface
    interface Exchange {
        HttpAnswer of(URI endpoint, byte[] request) throws NoAnswerException;
    }

    WireTransport(Exchange exchange) {
        this.exchange = exchange;
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
            HttpAnswer whole = exchange.of(endpoint, request.toByteArray());
            answer = whole;
            return new ByteArrayInputStream(whole.body());
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
