package io.plumbline.writeback;

import io.plumbline.crm.RecordId;

/**
 * A change that stands in the outbox, without what it says.
 *
 * @param size of what it says, in characters
 */
record Recorded(Lanes.Lane lane, RecordId account, String key, int size) {}
