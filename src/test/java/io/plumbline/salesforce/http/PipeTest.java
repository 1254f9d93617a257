package io.plumbline.salesforce.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class PipeTest {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    /** Parts of all sizes on both sides, several times around the ring. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatGoesInComesOut(long seed) throws Exception {
        Random random = new Random(seed);
        byte[] bytes = new byte[random.nextInt(3_000_000)];
        random.nextBytes(bytes);
        Pipe pipe = new Pipe();
        Thread filling = new Thread(() -> pipe.fillFrom(inParts(bytes, new Random(seed))));
        filling.start();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[200_000];
        int count = 0;
        while (count >= 0) {
            out.write(part, 0, count);
            count = pipe.drain(part, 0, 1 + random.nextInt(random.nextBoolean() ? 100 : part.length), PATIENCE);
        }

        assertThat(out.toByteArray()).as("seed %s", seed).isEqualTo(bytes);
        filling.join();
    }

    private static InputStream inParts(byte[] bytes, Random random) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                return super.read(into, from, 1 + random.nextInt(Math.min(most, 70_000)));
            }
        };
    }

    @Test
    void whatCameBeforeABreakIsReadBeforeItIsTold() throws Exception {
        Pipe pipe = new Pipe();
        pipe.fillFrom(new SequenceInputStream(new ByteArrayInputStream(new byte[5]), broken()));

        assertThat(pipe.drain(new byte[9], 0, 9, PATIENCE)).isEqualTo(5);
        assertThatThrownBy(() -> pipe.drain(new byte[9], 0, 9, PATIENCE))
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("cut");
    }

    @Test
    void saysThatNothingCameInTime() throws Exception {
        assertThat(new Pipe().drain(new byte[9], 0, 9, 1)).isZero();
    }

    /** The thread that fills it waits for room, and would wait for ever. */
    @Test
    void closingEndsTheWaitForRoom() throws Exception {
        Pipe pipe = new Pipe();
        Thread filling = new Thread(() -> pipe.fillFrom(new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        }));
        filling.start();
        assertThat(pipe.drain(new byte[9], 0, 9, PATIENCE)).isPositive();

        pipe.close();

        filling.join();
        assertThatThrownBy(() -> {
                    while (pipe.drain(new byte[9], 0, 9, PATIENCE) > 0) {
                        // What had arrived.
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("closed");
    }

    private static InputStream broken() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut");
            }
        };
    }
}
