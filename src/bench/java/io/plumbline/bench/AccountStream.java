package io.plumbline.bench;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Lines of dossiers, made as they are read. Each account has ids, names and titles of its own, so that whatever remembers
 * them grows. Twenty times on the way it collects all garbage and looks at what is left.
 */
final class AccountStream extends InputStream {

    private static final int LOOKS = 20;

    private final List<String> models = new Portfolio(42).lines(200);
    private final int accounts;
    private int made;
    private byte[] line = {};
    private int position;
    private long highestHeap;
    private long lastHeap;

    AccountStream(int accounts) {
        this.accounts = accounts;
    }

    /** The most bytes in use after a collection. */
    long highestHeap() {
        return highestHeap;
    }

    /** The bytes in use after the last collection. */
    long lastHeap() {
        return lastHeap;
    }

    @Override
    public int read() {
        return hasMore() ? line[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, line.length - position);
        System.arraycopy(line, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean hasMore() {
        if (position == line.length && made < accounts) {
            line = next().getBytes(StandardCharsets.UTF_8);
            position = 0;
        }
        return position < line.length;
    }

    private String next() {
        if (made % Math.max(1, accounts / LOOKS) == 0) {
            look();
        }
        String own = made + "-";
        String model = models.get(made++ % models.size());
        return model.replace("\"id\":\"001", "\"id\":\"001" + own)
                        .replace("\"name\":\"", "\"name\":\"" + own)
                        .replace("\"title\":\"", "\"title\":\"" + own)
                + "\n";
    }

    private void look() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        lastHeap = runtime.totalMemory() - runtime.freeMemory();
        highestHeap = Math.max(highestHeap, lastHeap);
    }
}
