package io.plumbline.salesforce.http;

import java.io.IOException;

/** The proxy was given its login and asks again. */
final class ProxyRefusesException extends IOException {

    ProxyRefusesException() {
        super("the proxy refuses the login");
    }
}
