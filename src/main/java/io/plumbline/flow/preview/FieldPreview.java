package io.plumbline.flow.preview;

/**
 * One field of an account that would hold another value.
 *
 * @param result the result's key in mapping.yaml
 * @param from what stands there; empty for nothing
 * @param text whether it is sentences for people, or the card's JSON, rather than a value
 */
public record FieldPreview(String result, String field, String from, String to, String reason, boolean text) {}
