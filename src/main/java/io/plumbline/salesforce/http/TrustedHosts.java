package io.plumbline.salesforce.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which addresses may receive credentials and tokens: Salesforce's own domains over https, and the loopback interface
 * for the sandbox (trap L4). Decided by exact suffixes of the host, never by a substring of the address.
 */
public final class TrustedHosts {

    private static final List<String> DOMAINS =
            List.of("salesforce.com", "force.com", "salesforce.mil", "sfcrmproducts.cn", "sfcrmapps.cn");
    private static final Pattern HOST_NAME = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private TrustedHosts() {}

    /** Why this base address may not be trusted; empty when it may. */
    public static Optional<String> objection(URI address) {
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null) {
            return Optional.of("is not the plain address of a host");
        }
        if (isLoopback(address)) {
            return "http".equals(address.getScheme()) || "https".equals(address.getScheme())
                    ? Optional.empty()
                    : Optional.of("is neither http nor https");
        }
        if (!"https".equals(address.getScheme())) {
            return Optional.of("is not https");
        }
        if (address.getPort() != -1 && address.getPort() != 443) {
            return Optional.of("names a port that Salesforce does not use");
        }
        String name = host.toLowerCase(Locale.ROOT);
        boolean salesforce =
                HOST_NAME.matcher(name).matches() && DOMAINS.stream().anyMatch(domain -> name.endsWith("." + domain));
        return salesforce ? Optional.empty() : Optional.of("is not a host of Salesforce");
    }

    /** Whether the address names this machine itself; no other name or number is looked up to find out. */
    public static boolean isLoopback(URI address) {
        return address.getHost() != null && LOOPBACK.contains(address.getHost().toLowerCase(Locale.ROOT));
    }
}
