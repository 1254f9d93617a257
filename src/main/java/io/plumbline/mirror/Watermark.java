package io.plumbline.mirror;

import java.time.Instant;

/**
 * How far a source has been read.
 *
 * @param fingerprint of the object and the fields that were asked for; another one means reading from the beginning (trap C6)
 * @param stamp everything before it, in the server's time, has been applied (trap C3)
 * @param complete whether a first reading with this fingerprint has come to its end
 */
public record Watermark(String fingerprint, Instant stamp, boolean complete) {}
