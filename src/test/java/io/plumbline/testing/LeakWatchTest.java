package io.plumbline.testing;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** The watch itself, since a search that finds nothing proves nothing unless it could. */
class LeakWatchTest {

    private static final String SECRET = "canary-0123456789";

    static Stream<BiConsumer<LeakWatch, String>> leaks() {
        return Stream.of(
                (watch, secret) -> LoggerFactory.getLogger("io.plumbline.any").trace("it is {}", secret),
                (watch, secret) ->
                        LoggerFactory.getLogger("org.springframework.any").debug("it is " + secret),
                (watch, secret) -> LoggerFactory.getLogger("any").trace("failed", new IllegalStateException(secret)),
                (watch, secret) -> java.util.logging.Logger.getLogger("jdk.any").finest("it is " + secret),
                (watch, secret) -> watch.look("a report", "it is " + secret),
                (watch, secret) -> watch.look(
                        "an exception", new IllegalStateException("outer", new IllegalArgumentException(secret))));
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void findsASecretWhereverItIsSaid(BiConsumer<LeakWatch, String> leak) {
        try (LeakWatch watch = new LeakWatch()) {
            watch.guard("the canary", SECRET);
            leak.accept(watch, SECRET);

            assertThatThrownBy(watch::assertNothingFound).hasMessageContaining("the canary in ");
        }
    }

    @Test
    void findsNothingInOtherWords() {
        try (LeakWatch watch = new LeakWatch()) {
            watch.guard("the canary", SECRET);
            LoggerFactory.getLogger("any").trace("canary");

            assertThatNoException().isThrownBy(watch::assertNothingFound);
        }
    }
}
