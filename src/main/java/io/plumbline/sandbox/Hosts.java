package io.plumbline.sandbox;

import io.plumbline.sandbox.control.OldHost;
import io.plumbline.sandbox.http.Delivery;
import io.plumbline.sandbox.http.Handler;
import io.plumbline.sandbox.http.LoopbackServer;
import io.plumbline.sandbox.http.Request;
import io.plumbline.sandbox.http.Response;
import io.plumbline.sandbox.oauth.OrgAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The hosts that one org lives on, one after the other; the first of them is also where everybody signs in. */
final class Hosts implements AutoCloseable {

    private static final String NO_LONGER = """
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
            <html><head><title>URL No Longer Exists</title></head><body><h1>URL No Longer Exists</h1></body></html>
            """;

    private final OrgAddress address;
    private final Handler org;
    private final List<LoopbackServer> servers = new ArrayList<>();
    private volatile int current;
    private volatile OldHost conduct = OldHost.GONE;

    /** Serves an org at the first host, which is bound already. */
    Hosts(LoopbackServer first, OrgAddress address, Handler org) {
        this.address = address;
        this.org = org;
        serve(first);
    }

    static String urlOf(LoopbackServer server) {
        return "http://localhost:" + server.port();
    }

    /** Moves the org to a new host; gives back its URL. */
    synchronized String move(OldHost oldHost) throws IOException {
        LoopbackServer next = LoopbackServer.bind(0);
        serve(next);
        conduct = oldHost;
        current = servers.size() - 1;
        address.moveTo(urlOf(next));
        return address.instanceUrl();
    }

    private void serve(LoopbackServer server) {
        int number = servers.size();
        servers.add(server);
        server.serve(request -> number == current || staysBehind(request) ? org.answer(request) : left(request));
    }

    private static boolean staysBehind(Request request) {
        return request.path().startsWith("/services/oauth2")
                || request.path().startsWith("/id/")
                || request.path().startsWith("/__sandbox");
    }

    private Response left(Request request) {
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        return switch (conduct) {
            case REDIRECTS -> Response.empty(302).with("Location", address.instanceUrl() + request.path() + query);
            case GONE -> Response.text(404, "text/html; charset=UTF-8", NO_LONGER);
            case SILENT -> Response.empty(0).delivered(Delivery.nothing());
        };
    }

    @Override
    public synchronized void close() {
        servers.forEach(LoopbackServer::close);
    }
}
