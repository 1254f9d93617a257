package io.plumbline.ops.logging;

import ch.qos.logback.classic.pattern.RootCauseFirstThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import io.plumbline.ops.text.OneLine;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * {@code %tameTrace}: an exception with its root cause first. Its own steps begin with a tab; any other line is what some
 * message says, which may hold anything, and is set in by one as well, so that none passes for a line of the log (trap L8).
 */
public final class TameTrace extends RootCauseFirstThrowableProxyConverter {

    private static final String INDENT = "\t";

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        String text = super.throwableProxyToString(thrown);
        return Arrays.stream(text.split("\\R"))
                .map(line -> INDENT + OneLine.of(line))
                .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
    }
}
