package io.plumbline.salesforce.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A gzip body. Its head is looked at when the first byte is wanted, so that an empty body is an empty body. */
final class InflatedBody extends InputStream {

    private static final int PART = 64 * 1024;

    private final PushbackInputStream small;
    private @Nullable InputStream plain;

    InflatedBody(InputStream small) {
        this.small = new PushbackInputStream(small);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        InputStream inflater = plain;
        if (inflater == null) {
            int first = small.read();
            if (first < 0) {
                return -1;
            }
            small.unread(first);
            inflater = new GZIPInputStream(small, PART);
            plain = inflater;
        }
        int count = inflater.read(into, from, most);
        if (count < 0) {
            // Waits for the end of what came as well, so that the connection is free for the next request.
            small.read();
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        if (plain != null) {
            plain.close();
        }
        small.close();
    }
}
