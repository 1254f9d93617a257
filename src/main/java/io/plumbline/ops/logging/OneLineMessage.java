package io.plumbline.ops.logging;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.plumbline.ops.text.OneLine;

/** {@code %oneLine}: the message of an event as one line, whoever chose the words that it quotes (trap L8). */
public final class OneLineMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return OneLine.of(super.convert(event));
    }
}
