package io.plumbline.salesforce;

import io.plumbline.crm.FiscalYear;
import io.plumbline.crm.RecordId;
import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;

/**
 * An org and the integration user signed in to it.
 *
 * @param orgId the org's Id, key of everything that is stored about it
 * @param instance the base address that the last sign-in answered with
 * @param userName the integration user's username, for messages
 * @param timeZone the zone in which the org's calendar days begin
 * @param locale how the org writes dates and numbers; the root locale where it does not say
 * @param fiscalYear how the org counts its fiscal years; the calendar year where it does not say
 * @param currency ISO code of the corporate currency, in which money is compared
 * @param multiCurrency whether records carry a {@code CurrencyIsoCode}
 */
public record OrgIdentity(
        RecordId orgId,
        URI instance,
        RecordId userId,
        String userName,
        ZoneId timeZone,
        Locale locale,
        FiscalYear fiscalYear,
        String currency,
        boolean multiCurrency) {}
