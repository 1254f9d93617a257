package io.plumbline.ops.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Keeps quiet those loggers that would show requests as they go onto the wire, sessions and secrets with them, whatever
 * level somebody sets in order to look for a fault (trap L1). Their warnings come through.
 */
public final class NoWireTrace extends TurboFilter {

    /** Apache's client, by which a company's sign-in is asked, and those of the JDK. */
    private static final List<String> WIRES =
            List.of("org.apache.hc.", "jdk.httpclient.", "jdk.internal.httpclient.", "sun.net.www.protocol.http.");

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String message,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        boolean trace = level.toInt() < Level.WARN_INT && WIRES.stream().anyMatch((logger.getName() + ".")::startsWith);
        return trace ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
