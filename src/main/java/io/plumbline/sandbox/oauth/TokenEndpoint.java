package io.plumbline.sandbox.oauth;

import io.plumbline.sandbox.http.Form;
import io.plumbline.sandbox.http.Request;
import io.plumbline.sandbox.http.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What stands at {@code /services/oauth2}: token, userinfo and revoke. */
public final class TokenEndpoint {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final ConnectedApp app;
    private final UserDirectory users;
    private final Sessions sessions;
    private final Clock clock;
    private final OrgAddress address;
    private final SignInRules rules;
    private final Grants grants;

    /**
     * Opens the endpoint.
     *
     * @param app the app that may sign in
     * @param users the org's users
     * @param sessions where sessions are opened
     * @param clock the org's clock, for {@code issued_at}
     * @param wallClock the machine's clock, which assertions are checked against
     * @param address what answers tell of host and org
     * @param rules who is refused for coming too often
     */
    public TokenEndpoint(
            ConnectedApp app,
            UserDirectory users,
            Sessions sessions,
            Clock clock,
            Clock wallClock,
            OrgAddress address,
            SignInRules rules) {
        this.app = app;
        this.users = users;
        this.sessions = sessions;
        this.clock = clock;
        this.address = address;
        this.rules = rules;
        this.grants = new Grants(app, users, wallClock, address);
    }

    /** Answers {@code POST /services/oauth2/token}. */
    public Response token(Request request) {
        boolean taken = rules.enter();
        try {
            return taken ? granted(request) : OAuthError.ALREADY_PROCESSING.response();
        } finally {
            rules.leave();
        }
    }

    private Response granted(Request request) {
        Map<String, String> form = Form.parse(request.text());
        try {
            OrgUser user = switch (form.getOrDefault("grant_type", "")) {
                case "client_credentials" -> grants.clientCredentials(form, BasicCredentials.of(request));
                case JWT_BEARER -> grants.jwtBearer(form);
                default -> throw new OAuthRefusal(OAuthError.UNSUPPORTED_GRANT);
            };
            if (rules.newestOnly()) {
                sessions.killAllOf(user.id());
            }
            return Response.json(200, granted(sessions.open(user.id()))).with("Cache-Control", "no-store");
        } catch (OAuthRefusal refusal) {
            return refusal.error().response();
        }
    }

    /** Answers {@code GET /services/oauth2/userinfo}. */
    public Response userInfo(Request request) {
        return request.bearerToken()
                .flatMap(sessions::use)
                .flatMap(session -> users.withId(session.userId()))
                .map(user -> Response.json(200, profile(user)))
                .orElseGet(() -> Response.text(403, "text/html; charset=UTF-8", "Bad_OAuth_Token"));
    }

    /** Answers {@code GET /id/ORG/USER}, where a token of that user may stand in the query too. */
    public Response identity(Request request) {
        List<String> path = request.segments();
        return request.bearerToken()
                .or(() -> request.parameter("oauth_token"))
                .flatMap(sessions::use)
                .flatMap(session -> users.withId(session.userId()))
                .filter(user -> path.get(1).equals(address.organizationId())
                        && path.get(2).equals(user.id()))
                .map(user -> Response.json(200, identity(user)))
                .orElseGet(() -> Response.text(403, "text/html; charset=UTF-8", "Bad_OAuth_Token"));
    }

    /** Answers {@code POST /services/oauth2/revoke}. */
    public Response revoke(Request request) {
        String token = Form.parse(request.text()).getOrDefault("token", "");
        if (sessions.use(token).isEmpty()) {
            return new OAuthError(400, "unsupported_token_type", "this token type is not supported").response();
        }
        sessions.kill(token);
        return Response.empty(200);
    }

    private Map<String, Object> granted(Session session) {
        String id = address.instanceUrl() + "/id/" + address.organizationId() + "/" + session.userId();
        String issuedAt = Long.toString(clock.millis());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", session.token());
        answer.put("signature", sign(id + issuedAt));
        answer.put("scope", "api");
        answer.put("instance_url", address.instanceUrl());
        answer.put("id", id);
        answer.put("token_type", "Bearer");
        answer.put("issued_at", issuedAt);
        return answer;
    }

    private Map<String, Object> profile(OrgUser user) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("sub", address.instanceUrl() + "/id/" + address.organizationId() + "/" + user.id());
        answer.put("user_id", user.id());
        answer.put("organization_id", address.organizationId());
        answer.put("preferred_username", user.username());
        answer.put("name", user.fullName());
        answer.put("email", user.email());
        answer.put("zoneinfo", user.timeZone());
        answer.put("active", user.active());
        return answer;
    }

    private Map<String, Object> identity(OrgUser user) {
        String rest = address.instanceUrl() + "/services/data/v{version}/";
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", address.instanceUrl() + "/id/" + address.organizationId() + "/" + user.id());
        answer.put("asserted_user", true);
        answer.put("user_id", user.id());
        answer.put("organization_id", address.organizationId());
        answer.put("username", user.username());
        answer.put("display_name", user.fullName());
        answer.put("email", user.email());
        answer.put("active", user.active());
        answer.put("timezone", user.timeZone());
        answer.put(
                "urls",
                Map.of(
                        "partner", address.instanceUrl() + "/services/Soap/u/{version}/" + address.organizationId(),
                        "rest", rest,
                        "sobjects", rest + "sobjects/",
                        "query", rest + "query/"));
        return answer;
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(app.clientSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
