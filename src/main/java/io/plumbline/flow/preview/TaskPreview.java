package io.plumbline.flow.preview;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One task that would be made, rewritten or closed.
 *
 * @param key what makes it one and the same from run to run
 * @param theme the theme it is about, as in tasks.yaml; {@code digest} for the weekly one
 * @param owner who gets it, by name where that can be seen; empty for a task that is there
 * @param due empty for a task that is there
 */
public record TaskPreview(
        Move move, String key, String theme, String subject, String owner, Optional<LocalDate> due, String reason) {

    /** What would become of it. */
    public enum Move {
        OPEN,
        REWRITE,
        CLOSE
    }
}
