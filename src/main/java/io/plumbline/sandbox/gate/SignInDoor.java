package io.plumbline.sandbox.gate;

import io.plumbline.sandbox.http.Request;
import io.plumbline.sandbox.http.Response;
import io.plumbline.sandbox.oauth.TokenEndpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entrance to {@code /services/oauth2} and to the identity URLs that it gives; signing in costs no API call. */
public final class SignInDoor implements Door {

    private static final Dialect DIALECT = new Dialect() {
        @Override
        public Response refuse(Refusal refusal) {
            return Response.json(400, Map.of("error", refusal.code(), "error_description", refusal.message()));
        }

        @Override
        public Response deadSession(String token, Optional<String> message) {
            return Response.text(403, "text/html; charset=UTF-8", "Bad_OAuth_Token");
        }

        @Override
        public Response finish(Response response) {
            return response;
        }
    };

    private final TokenEndpoint endpoint;

    public SignInDoor(TokenEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Action understand(Request request) {
        List<String> path = request.segments();
        if (path.size() == 3 && path.getFirst().equals("id")) {
            return new Action.Open("oauth.identity", DIALECT, () -> endpoint.identity(request));
        }
        String resource = path.size() == 3 ? path.get(2) : "";
        return switch (request.method() + " " + resource) {
            case "POST token" -> new Action.Open("oauth.token", DIALECT, () -> endpoint.token(request));
            case "GET userinfo", "POST userinfo" ->
                new Action.Open("oauth.userinfo", DIALECT, () -> endpoint.userInfo(request));
            case "POST revoke" -> new Action.Open("oauth.revoke", DIALECT, () -> endpoint.revoke(request));
            default ->
                new Action.Open(
                        "oauth.unknown",
                        DIALECT,
                        () -> Response.text(404, "text/html; charset=UTF-8", "<html><body>Not found</body></html>"));
        };
    }
}
