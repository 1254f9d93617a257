package io.plumbline.salesforce.http;

import java.io.IOException;

/** An answer longer than is sensible (trap L3). */
final class TooLongException extends IOException {

    TooLongException(long atMost) {
        super("longer than " + atMost + " bytes");
    }
}
