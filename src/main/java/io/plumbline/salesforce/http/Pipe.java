package io.plumbline.salesforce.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way from the one thread that takes them from the wire to the one that reads them: a ring of fixed size, so
 * that a slow reader holds up the wire and not the memory. A reader that is behind takes many parts of the wire at a time, and
 * nobody is woken for each of them.
 */
final class Pipe {

    private static final int SIZE = 64 * 1024;

    private final byte[] ring = new byte[SIZE];
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition roomMade = lock.newCondition();
    private long filled;
    private long drained;
    private boolean ended;
    private boolean closed;
    private @Nullable Throwable broken;

    /** Takes all of it, until it ends, breaks, or is not wanted any more. */
    void fillFrom(InputStream source) {
        try {
            int room = roomAhead();
            while (room > 0) {
                int count = source.read(ring, (int) (filled % SIZE), room);
                room = count < 0 ? 0 : roomAfter(count);
            }
            end(null);
        } catch (IOException | RuntimeException | Error e) {
            end(e);
        }
    }

    private int roomAfter(int count) {
        lock.lock();
        try {
            filled += count;
            arrived.signal();
        } finally {
            lock.unlock();
        }
        return roomAhead();
    }

    /** How many bytes have room in one piece; 0 when no more are wanted. */
    private int roomAhead() {
        lock.lock();
        try {
            if (filled - drained == SIZE) {
                // Half of it at a time, so that the two threads do not wake each other for every few bytes.
                while (filled - drained > SIZE / 2 && !closed) {
                    roomMade.awaitUninterruptibly();
                }
            }
            return closed ? 0 : (int) Math.min(SIZE - (filled - drained), SIZE - filled % SIZE);
        } finally {
            lock.unlock();
        }
    }

    private void end(@Nullable Throwable because) {
        lock.lock();
        try {
            ended = true;
            broken = because;
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for bytes and takes what is there.
     *
     * @return how many; -1 at the end, 0 when none came in time
     * @throws IOException why there will be no more
     */
    int drain(byte[] into, int from, int most, long patienceNanos) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patienceNanos;
            while (filled == drained && !ended && left > 0) {
                left = arrived.awaitNanos(left);
            }
            if (filled == drained) {
                return atEnd();
            }
            int at = (int) (drained % SIZE);
            int count = (int) Math.min(Math.min(most, SIZE - at), filled - drained);
            System.arraycopy(ring, at, into, from, count);
            drained += count;
            if (filled - drained <= SIZE / 2) {
                roomMade.signal();
            }
            return count;
        } finally {
            lock.unlock();
        }
    }

    private int atEnd() throws IOException {
        if (broken != null) {
            throw new IOException(broken);
        }
        if (closed) {
            // What nobody wanted to the end never looks as if it had one.
            throw new IOException("closed");
        }
        return ended ? -1 : 0;
    }

    /** No more is wanted. */
    void close() {
        lock.lock();
        try {
            closed = true;
            roomMade.signal();
        } finally {
            lock.unlock();
        }
    }
}
