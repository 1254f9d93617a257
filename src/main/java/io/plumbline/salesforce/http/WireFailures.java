package io.plumbline.salesforce.http;

import io.plumbline.salesforce.SalesforceFailure;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What goes wrong on the wire, in words that say who can mend it and whether the request may have been carried out. */
record WireFailures(Deadlines deadlines) {

    /** Before the connection stood, so that nothing of the request can have been sent. */
    NoAnswerException whileConnecting(URI address, Throwable cause) {
        String host = address.getHost();
        if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
            return unreachable(
                    host + " did not accept a connection within " + words(deadlines.connect()) + ".",
                    "Ask the network team whether this machine may reach it (firewall, proxy).",
                    cause);
        }
        if (isUnknownName(cause)) {
            return unreachable(
                    "No host is known by the name " + host + ".",
                    "Check the spelling of the instance URL (the org's My Domain address) and this machine's DNS.",
                    cause);
        }
        if (cause instanceof ConnectException) {
            return unreachable(
                    "No connection to " + host + portWords(address) + " could be made.",
                    "Check the instance URL, and whether this machine may reach it (firewall, proxy).",
                    cause);
        }
        if (cause instanceof SSLException) {
            return unreachable(
                    "No safe connection to " + host + ": " + SafeWords.of(String.valueOf(cause.getMessage()), 200)
                            + ".",
                    "If a proxy inspects TLS here, ask the network team to exempt the host or to add the proxy's"
                            + " certificate to this Java's trust store.",
                    cause);
        }
        if (cause instanceof ProxyRefusesException) {
            return unreachable(
                    "The proxy on the way to " + host + " refuses the login it is given.",
                    "Check PLUMBLINE_PROXY_USER and PLUMBLINE_PROXY_PASSWORD.",
                    cause);
        }
        return broken(address, true, cause);
    }

    /**
     * After the connection stood.
     *
     * @param longest most bytes that the answer may have
     */
    NoAnswerException of(URI address, Throwable cause, long longest) {
        if (cause instanceof SocketTimeoutException) {
            return late(address, deadlines.firstByte(), cause);
        }
        if (cause instanceof InterruptedIOException) {
            return interrupted(address, cause);
        }
        if (cause instanceof TooLongException) {
            return tooLong(address, longest, cause);
        }
        return broken(address, false, cause);
    }

    private static NoAnswerException unreachable(String what, String advice, Throwable cause) {
        return new NoAnswerException(new SalesforceFailure.Unreachable(what, advice), true, cause);
    }

    static NoAnswerException interrupted(URI address, Throwable cause) {
        return new NoAnswerException(
                new SalesforceFailure.Unreachable(
                        "The wait for " + address.getHost() + " was interrupted.",
                        "Plumbline is being stopped; the next run goes on from here."),
                false,
                cause);
    }

    static NoAnswerException late(URI address, Duration waited, Throwable cause) {
        return new NoAnswerException(
                new SalesforceFailure.Unreachable(
                        address.getHost() + " gave no whole answer within " + words(waited) + ".",
                        "If it lasts, see trust.salesforce.com for the org's instance, or ask the network team."),
                false,
                cause);
    }

    private static NoAnswerException broken(URI address, boolean nothingSent, Throwable cause) {
        return new NoAnswerException(
                new SalesforceFailure.Unreachable(
                        "The connection to " + address.getHost() + " broke before its answer was complete.",
                        "If it lasts, ask the network team about proxies between this machine and Salesforce."),
                nothingSent,
                cause);
    }

    private static NoAnswerException tooLong(URI address, long longest, @Nullable Throwable cause) {
        return new NoAnswerException(
                new SalesforceFailure.UnexpectedAnswer(
                        address.getHost() + " sent an answer longer than " + longest + " bytes.",
                        "Ask for fewer or shorter fields in mapping.yaml; if Salesforce is not what answers here,"
                                + " check the instance URL."),
                false,
                cause);
    }

    private static boolean isUnknownName(@Nullable Throwable cause) {
        for (Throwable link = cause; link != null; link = link.getCause()) {
            if (link instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    private static String words(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private static String portWords(URI address) {
        return address.getPort() == -1 ? "" : " port " + address.getPort();
    }
}
