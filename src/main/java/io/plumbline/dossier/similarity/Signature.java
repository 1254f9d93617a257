package io.plumbline.dossier.similarity;

import java.nio.ByteBuffer;
import java.util.Base64;

/** What has to be kept of the words of a section to find others that are like it. */
public final class Signature {

    private final long identity;
    private final int[] bands;

    Signature(long identity, int[] bands) {
        this.identity = identity;
        this.bands = bands;
    }

    /** As it was kept. */
    public static Signature of(long identity, String bands) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(bands));
        int[] hashes = new int[bytes.remaining() / Integer.BYTES];
        bytes.asIntBuffer().get(hashes);
        return new Signature(identity, hashes);
    }

    /** The same for the same words, whatever their order of items. */
    public long identity() {
        return identity;
    }

    /** The bands as text, to be kept. */
    public String bandsAsText() {
        ByteBuffer bytes = ByteBuffer.allocate(bands.length * Integer.BYTES);
        bytes.asIntBuffer().put(bands);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    int[] bands() {
        return bands;
    }
}
