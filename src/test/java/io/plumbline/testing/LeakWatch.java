package io.plumbline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/**
 * Looks for secrets in everything that is logged by anybody at any level, and in what it is shown, until it is closed.
 * Only those who are given the secrets in the tests, the sandbox and the proxy before it, may log them.
 */
public final class LeakWatch implements AutoCloseable {

    private static final List<String> SERVER_SIDE =
            List.of("wiremock.", "com.github.tomakehurst.", "WireMock", "com.sun.net.httpserver", "sun.net.httpserver");

    private static final int SHORTEST = 12;

    /** Names of the secrets, found by how they end, since tokens of one org begin alike: a sweep guards thousands, and each text is looked through once. */
    private final Map<Long, Map<String, String>> secrets = new ConcurrentHashMap<>();

    private final AtomicLong guarded = new AtomicLong();
    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();
    private final AtomicLong looked = new AtomicLong();
    private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level levelBefore = root.getLevel();
    private final Level ownLevelBefore = own().getLevel();
    private final Appender<ILoggingEvent> appender = new Watching();
    private final java.util.logging.Logger julRoot = java.util.logging.Logger.getLogger("");
    private final java.util.logging.Level julLevelBefore = julRoot.getLevel();
    private final Handler handler = new JulWatching();

    public LeakWatch() {
        for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext(); ) {
            ThresholdFilter asBefore = new ThresholdFilter();
            asBefore.setLevel(String.valueOf(levelBefore));
            asBefore.start();
            all.next().addFilter(asBefore);
        }
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
        own().setLevel(Level.TRACE);
        handler.setLevel(java.util.logging.Level.ALL);
        julRoot.addHandler(handler);
        julRoot.setLevel(java.util.logging.Level.ALL);
    }

    private Logger own() {
        return root.getLoggerContext().getLogger("io.plumbline");
    }

    /** From now on this is not to be seen anywhere. */
    public void guard(String name, String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException("too short to be told from other words: " + name);
        }
        Map<String, String> alike =
                secrets.computeIfAbsent(ending(secret, secret.length()), any -> new ConcurrentHashMap<>());
        if (alike.put(secret, name) == null) {
            guarded.incrementAndGet();
        }
    }

    /** The four characters before a place, in one number. */
    private static long ending(String text, int end) {
        return (long) text.charAt(end - 4) << 48
                | (long) text.charAt(end - 3) << 32
                | (long) text.charAt(end - 2) << 16
                | text.charAt(end - 1);
    }

    /** Looks through a text that somebody gets to see. */
    public void look(String where, String text) {
        looked.incrementAndGet();
        for (int end = SHORTEST; end <= text.length(); end++) {
            Map<String, String> alike = secrets.get(ending(text, end));
            if (alike != null) {
                int here = end;
                alike.forEach((secret, name) -> {
                    if (text.startsWith(secret, here - secret.length())) {
                        leaks.add(name + " in " + where);
                    }
                });
            }
        }
    }

    /** Looks through an exception with its causes, as a stack trace shows it. */
    public void look(String where, Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        look(where, trace.toString());
    }

    /** How many secrets, in how many texts, and how often one was found, in a sentence. */
    public String figure() {
        return guarded + " secrets in " + looked + " log events and texts: " + leaks.size() + " found";
    }

    public void assertNothingFound() {
        assertThat(looked.get()).as("texts looked through").isPositive();
        assertThat(leaks.stream().distinct()).as(figure()).isEmpty();
    }

    @Override
    public void close() {
        root.setLevel(levelBefore);
        own().setLevel(ownLevelBefore);
        root.detachAppender(appender);
        for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext(); ) {
            all.next().clearAllFilters();
        }
        julRoot.removeHandler(handler);
        julRoot.setLevel(julLevelBefore);
    }

    private static boolean isOurSide(String logger) {
        return SERVER_SIDE.stream().noneMatch(logger::startsWith);
    }

    private final class Watching extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            if (isOurSide(event.getLoggerName())) {
                String trace =
                        event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
                look("the log of " + event.getLoggerName(), event.getFormattedMessage() + trace);
            }
        }
    }

    private final class JulWatching extends Handler {
        private final SimpleFormatter words = new SimpleFormatter();

        @Override
        public void publish(LogRecord event) {
            if (event.getLoggerName() == null || isOurSide(event.getLoggerName())) {
                look("the log of " + event.getLoggerName(), words.format(event));
            }
        }

        @Override
        public void flush() {
            // Nothing is kept.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
