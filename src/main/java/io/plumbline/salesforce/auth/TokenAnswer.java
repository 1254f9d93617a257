package io.plumbline.salesforce.auth;

import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.http.HttpAnswer;
import io.plumbline.salesforce.http.ShortJson;
import io.plumbline.salesforce.http.TrustedHosts;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Turns what the token endpoint answered into a token or a failure. */
final class TokenAnswer {

    private static final Pattern IDENTITY = Pattern.compile("/id/([A-Za-z0-9]{15,18})/([A-Za-z0-9]{15,18})/?$");

    private TokenAnswer() {}

    static AccessToken read(TokenRequest request, HttpAnswer answer, long generation) {
        answer.foreign().ifPresent(failure -> {
            throw new SalesforceFailedException(failure);
        });
        JsonNode json = parsed(answer);
        if (!answer.successful()) {
            throw SignInRefusals.of(
                    request.signIn(), answer.status(), text(json, "error"), text(json, "error_description"));
        }
        String token = text(json, "access_token");
        String instance = text(json, "instance_url");
        if (token.isEmpty() || instance.isEmpty()) {
            throw unexpected(answer, "left out the access token or the instance URL");
        }
        Matcher identity = identity(answer, text(json, "id"));
        return new AccessToken(
                generation,
                token,
                trusted(request, answer, instance),
                RecordId.of(identity.group(1)),
                identity.group(2));
    }

    /** A token is only ever sent where Salesforce lives, and never from a real org to this machine (trap L4). */
    private static URI trusted(TokenRequest request, HttpAnswer answer, String instance) {
        URI address;
        try {
            address = URI.create(instance);
        } catch (IllegalArgumentException e) {
            throw unexpected(answer, "named an instance URL that is none");
        }
        Optional<String> objection = TrustedHosts.objection(address);
        if (objection.isPresent()) {
            throw unexpected(answer, "named an instance URL that " + objection.get());
        }
        if (TrustedHosts.isLoopback(address)
                && !TrustedHosts.isLoopback(request.signIn().host())) {
            throw unexpected(answer, "named this machine as the instance");
        }
        return address.resolve("/");
    }

    private static Matcher identity(HttpAnswer answer, String id) {
        Matcher identity = IDENTITY.matcher(id);
        if (!identity.find() || !RecordId.isId(identity.group(1))) {
            throw unexpected(answer, "did not say which org and user it is for");
        }
        return identity;
    }

    private static JsonNode parsed(HttpAnswer answer) {
        try {
            JsonNode json = ShortJson.read(answer.body());
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            // Told below, without the body: it may hold a token.
        }
        throw unexpected(answer, "did not answer in JSON (HTTP " + answer.status() + ")");
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.get(name);
        return value != null && value.isString() ? value.asString() : "";
    }

    private static SalesforceFailedException unexpected(HttpAnswer answer, String what) {
        return new SalesforceFailedException(new SalesforceFailure.UnexpectedAnswer(
                "The token endpoint of " + answer.asked().getHost() + " " + what + ".",
                "Check that the instance URL is the org's My Domain address."));
    }
}
