package io.plumbline.mirror;

import java.time.Instant;

/**
 * A large first answer that is being read.
 *
 * @param fingerprint of what was asked for
 * @param until the end of the window that was asked for
 * @param place where to go on, in the words of whoever reads
 */
public record OpenStream(String fingerprint, Instant until, String place) {}
