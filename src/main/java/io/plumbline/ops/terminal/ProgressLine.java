package io.plumbline.ops.terminal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows how far something is, a few times a second, from beside whoever does it; nothing where nobody looks. */
public final class ProgressLine implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(250);

    private final @Nullable Terminal terminal;
    private final Supplier<String> text;
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable Thread shower;

    ProgressLine(Optional<Terminal> terminal, Supplier<String> text) {
        this.terminal = terminal.orElse(null);
        this.text = text;
    }

    /** To be closed when it is done, before anything else is written. */
    public static ProgressLine start(Optional<Terminal> terminal, Supplier<String> text) {
        ProgressLine line = new ProgressLine(terminal, text);
        if (terminal.isPresent()) {
            line.shower = Thread.ofVirtual().name("progress").start(line::showUntilOver);
        }
        return line;
    }

    private void showUntilOver() {
        try {
            do {
                draw();
            } while (!over.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    void draw() {
        if (terminal != null) {
            terminal.show(text.get());
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            if (shower != null) {
                shower.join();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        if (terminal != null) {
            terminal.show("");
        }
    }
}
