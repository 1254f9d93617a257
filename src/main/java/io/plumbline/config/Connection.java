package io.plumbline.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The org and how to reach it and sign in to it, as the environment gives them.
 *
 * @param through the proxy on the way; null for none
 */
public record Connection(
        InstanceUrl instanceUrl,
        Credentials credentials,
        @Nullable ProxyAddress through) {

    public Connection(InstanceUrl instanceUrl, Credentials credentials) {
        this(instanceUrl, credentials, null);
    }

    public Optional<ProxyAddress> proxy() {
        return Optional.ofNullable(through);
    }
}
