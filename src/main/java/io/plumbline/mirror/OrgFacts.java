package io.plumbline.mirror;

import io.plumbline.crm.RecordId;
import java.time.ZoneId;

/**
 * What must be known of an org to read its mirrored rows.
 *
 * @param timeZone the zone in which the org's calendar days begin (trap H5)
 * @param currency ISO code of the corporate currency
 * @param multiCurrency whether records name their own currency
 */
public record OrgFacts(RecordId orgId, ZoneId timeZone, String currency, boolean multiCurrency) {}
