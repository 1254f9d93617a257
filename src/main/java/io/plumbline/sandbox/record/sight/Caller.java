package io.plumbline.sandbox.record.sight;

import io.plumbline.sandbox.schema.Schema;

/**
 * Who makes a call: a user and the org as that user is permitted to see it.
 *
 * @param administrator sees and edits everything that anybody can
 */
public record Caller(String userId, boolean administrator, Schema schema) {}
