package io.plumbline.salesforce.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A request's body in parts that are in memory anyway: its length is told, and nothing of it is copied. */
final class PartsEntity extends AbstractHttpEntity {

    private final List<byte[]> parts;
    private final long length;

    PartsEntity(List<byte[]> parts) {
        super((ContentType) null, null);
        this.parts = parts;
        this.length = parts.stream().mapToLong(part -> part.length).sum();
    }

    @Override
    public long getContentLength() {
        return length;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public InputStream getContent() {
        return new SequenceInputStream(Collections.enumeration(
                parts.stream().map(ByteArrayInputStream::new).toList()));
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        for (byte[] part : parts) {
            out.write(part);
        }
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
