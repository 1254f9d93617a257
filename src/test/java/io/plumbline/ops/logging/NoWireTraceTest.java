package io.plumbline.ops.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import io.plumbline.testing.Trap;
import java.io.File;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log as it is delivered, when somebody who looks for a fault has turned on everything. */
class NoWireTraceTest {

    private final LoggerContext log = new LoggerContext();

    @AfterEach
    void stop() {
        log.stop();
    }

    @Trap("L1")
    @ParameterizedTest
    @CsvSource({
        "org.apache.hc.client5.http.wire, false",
        "org.apache.hc.client5.http.headers, false",
        "org.apache.hc.client5.http.impl.classic.MainClientExec, false",
        "jdk.httpclient.HttpClient, false",
        "sun.net.www.protocol.http.HttpURLConnection, false",
        "org.apache.hcx, true",
        "io.plumbline.flow.Sync, true",
    })
    void noLevelShowsWhatGoesOntoTheWire(String name, boolean shown) throws JoranException {
        Logger logger = asDelivered(name);

        assertThat(logger.isTraceEnabled()).isEqualTo(shown);
        assertThat(logger.isDebugEnabled()).isEqualTo(shown);
        assertThat(logger.isInfoEnabled()).isEqualTo(shown);
    }

    @Test
    void warningsOfTheClientComeThrough() throws JoranException {
        assertThat(asDelivered("org.apache.hc.client5.http.wire").isWarnEnabled())
                .isTrue();
    }

    private Logger asDelivered(String name) throws JoranException {
        log.putProperty("CONSOLE_LOG_PATTERN", "%msg%n");
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(log);
        configurator.doConfigure(new File("src/main/resources/logback-spring.xml"));
        log.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.TRACE);
        Logger logger = log.getLogger(name);
        logger.setLevel(Level.TRACE);
        return logger;
    }
}
