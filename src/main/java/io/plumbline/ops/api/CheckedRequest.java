package io.plumbline.ops.api;

import io.plumbline.crm.RecordId;

/**
 * A request of which every word is right by itself.
 *
 * @param org the org that it says it is from
 * @param by the user on whose behalf it is
 */
record CheckedRequest(RecordId org, RecordId account, String requestId, RecordId by) {}
