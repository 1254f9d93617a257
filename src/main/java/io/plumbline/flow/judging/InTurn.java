package io.plumbline.flow.judging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Work that many threads do and one thread takes in turn: it asks for what there is to do and is given the results, in the
 * same order, while the others work. What lies between is bounded.
 */
final class InTurn {

    /** So many things are one piece of work, which is worth handing over. */
    private static final int PIECE = 20;

    /** Each thread has one piece on the table and one waiting, so that none stands idle while the one asks and takes. */
    private static final int PIECES_A_THREAD = 2;

    private final int threads;

    /** @param threads that work; with 1 nobody but the caller does */
    InTurn(int threads) {
        this.threads = threads;
    }

    /**
     * Comes back when all is taken, or when anything failed, whose exception it throws, and nothing is under way any more.
     *
     * @param things read by the caller's thread
     * @param work done by any thread
     * @param taker called by the caller's thread
     */
    <A, B> void each(Stream<A> things, Function<A, B> work, Consumer<B> taker) {
        if (threads == 1) {
            things.map(work).forEach(taker);
            return;
        }
        // Closed without an interrupt, since H2 closes its file under a thread that is interrupted.
        try (ExecutorService workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("judge-", 1).daemon().factory())) {
            Deque<Future<List<B>>> underWay = new ArrayDeque<>();
            Iterator<A> left = things.iterator();
            while (left.hasNext() || !underWay.isEmpty()) {
                while (left.hasNext() && underWay.size() < threads * PIECES_A_THREAD) {
                    List<A> piece = next(left);
                    underWay.add(workers.submit(() -> piece.stream().map(work).toList()));
                }
                done(underWay.remove()).forEach(taker);
            }
        }
    }

    private static <A> List<A> next(Iterator<A> left) {
        List<A> piece = new ArrayList<>(PIECE);
        while (left.hasNext() && piece.size() < PIECE) {
            piece.add(left.next());
        }
        return piece;
    }

    private static <B> B done(Future<B> work) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return work.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                } catch (ExecutionException failed) {
                    throw thrown(failed);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Nothing that is worked here throws checked exceptions. */
    private static RuntimeException thrown(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
    }
}
