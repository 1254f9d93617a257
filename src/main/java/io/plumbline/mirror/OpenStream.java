package io.plumbline.mirror;

import java.time.Instant;
import java.util.Optional;

/**
 * A large answer that is being read.
 *
 * @param fingerprint of what was asked for
 * @param from the beginning of the window that was asked for; empty for a first reading, which asks for everything
 * @param until its end
 * @param place where to go on, in the words of whoever reads
 */
public record OpenStream(String fingerprint, Optional<Instant> from, Instant until, String place) {}
