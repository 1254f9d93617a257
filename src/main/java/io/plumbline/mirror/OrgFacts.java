package io.plumbline.mirror;

import io.plumbline.crm.FiscalYear;
import io.plumbline.crm.RecordId;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What must be known of an org to read its mirrored rows.
 *
 * @param timeZone the zone in which the org's calendar days begin (trap H5)
 * @param locale how the org writes dates and numbers
 * @param fiscalYear how the org counts its fiscal years
 * @param currency ISO code of the corporate currency
 * @param multiCurrency whether records name their own currency
 */
public record OrgFacts(
        RecordId orgId,
        ZoneId timeZone,
        Locale locale,
        FiscalYear fiscalYear,
        String currency,
        boolean multiCurrency) {}
