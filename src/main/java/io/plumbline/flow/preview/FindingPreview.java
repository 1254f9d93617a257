package io.plumbline.flow.preview;

/**
 * Something that is not as it should be.
 *
 * @param id the clock, section, check, measure, role or cap it comes from
 * @param severity {@code critical}, {@code warning} or {@code info}
 * @param message what was seen; empty when names are left out
 * @param remedy what to do about it; empty when names are left out
 * @param answered what a person said of it and until when; empty when nobody did, or names are left out
 */
public record FindingPreview(
        String id, String theme, String severity, String message, String remedy, String answered) {}
