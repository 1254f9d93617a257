package io.plumbline.ops.console;

import io.plumbline.flow.Preview;
import io.plumbline.flow.Sync;
import io.plumbline.flow.SyncRequest;
import io.plumbline.flow.SyncSummary;
import io.plumbline.flow.preview.PortfolioPreview;
import io.plumbline.ops.console.ProgressView.PreviewState;
import io.plumbline.ops.text.SummaryText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody asked for by a button and does not wait for: a run, a preview. One of each at a time; who asks for what is
 * under way already gets that one.
 */
public final class Errands implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

    private final Sync sync;
    private final PreviewMaker previews;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("console-", 1).factory());
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean previewing = new AtomicBoolean();
    private volatile Preview.@Nullable Answer preview;

    /** Whether the last preview ended on something that nobody expected; the log says on what. */
    private volatile boolean broken;

    Errands(Sync sync, PreviewMaker previews) {
        this.sync = sync;
        this.previews = previews;
    }

    /** @return false when one that was asked for is under way already */
    boolean run() {
        return begin(running, () -> {
            SyncSummary summary = sync.run(SyncRequest.today());
            SummaryText.of(summary).lines().forEach(LOG::info);
        });
    }

    /** @return false when one is being made already */
    boolean preview() {
        return begin(previewing, () -> {
            preview = null;
            broken = true;
            preview = previews.make();
            broken = false;
        });
    }

    /** Whether a run was asked for and has not ended. */
    boolean isRunning() {
        return running.get();
    }

    PreviewState previewState() {
        if (previewing.get()) {
            return PreviewState.MAKING;
        }
        return switch (preview) {
            case null -> broken ? PreviewState.FAILED : PreviewState.NONE;
            case Preview.Previewed made -> PreviewState.READY;
            case Preview.Ended failed -> PreviewState.FAILED;
        };
    }

    /** The last preview; empty when none came to its end. */
    Optional<PortfolioPreview> lastPreview() {
        return preview instanceof Preview.Previewed made ? Optional.of(made.now()) : Optional.empty();
    }

    /** Why the last preview has no result; none when it has one. */
    List<String> previewProblems() {
        return preview instanceof Preview.Ended failed ? failed.why().problems() : List.of();
    }

    /** What is under way is ended by {@link Sync#stop()}, not by an interruption in the midst of a write. */
    @Override
    public void close() {
        threads.shutdown();
    }

    private boolean begin(AtomicBoolean busy, Runnable work) {
        if (!busy.compareAndSet(false, true)) {
            return false;
        }
        threads.execute(() -> {
            // A thread of the web server hands its class loader down, under which no second application starts.
            Thread.currentThread().setContextClassLoader(Errands.class.getClassLoader());
            try {
                work.run();
            } catch (RuntimeException failed) {
                LOG.error("What was asked for in the console ended on something unexpected", failed);
            } finally {
                busy.set(false);
            }
        });
        return true;
    }
}
