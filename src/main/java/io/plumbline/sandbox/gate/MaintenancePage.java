package io.plumbline.sandbox.gate;

import io.plumbline.sandbox.http.Response;

/** The page that stands in front of an org under maintenance. */
final class MaintenancePage {

    private MaintenancePage() {}

    static Response withStatus(int status) {
        return Response.text(status, "text/html; charset=UTF-8", """
                <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
                <html>
                <head><title>We are down for maintenance.</title></head>
                <body><h1>We are down for maintenance.</h1><p>Sorry for the inconvenience. We'll be back shortly.</p></body>
                </html>
                """);
    }
}
