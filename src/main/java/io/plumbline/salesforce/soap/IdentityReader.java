package io.plumbline.salesforce.soap;

import com.sforce.soap.partner.GetUserInfoResult;
import com.sforce.soap.partner.QueryResult;
import com.sforce.soap.partner.sobject.SObject;
import io.plumbline.crm.FiscalYear;
import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.OrgIdentity;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.auth.AccessToken;
import io.plumbline.salesforce.call.CallFailedException;
import io.plumbline.salesforce.call.CallFailedException.Effect;
import io.plumbline.salesforce.call.CallFailedException.Refusal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks who we are and how the org counts time and money. */
final class IdentityReader {

    private final PartnerCalls calls;

    IdentityReader(PartnerCalls calls) {
        this.calls = calls;
    }

    OrgIdentity read() {
        AccessToken token = calls.token();
        GetUserInfoResult user = calls.read(connection -> connection.getUserInfo());
        Optional<SObject> org = organization();
        return new OrgIdentity(
                RecordId.of(user.getOrganizationId()),
                token.instance(),
                RecordId.of(user.getUserId()),
                user.getUserName(),
                zone(org.flatMap(row -> text(row, "TimeZoneSidKey")).orElse(user.getUserTimeZone())),
                locale(org.flatMap(row -> text(row, "DefaultLocaleSidKey")).orElse(user.getUserLocale())),
                org.map(IdentityReader::fiscalYear).orElse(FiscalYear.CALENDAR),
                currency(user),
                user.isOrganizationMultiCurrency());
    }

    /** The org's days begin in the org's zone, and its people read dates as the org has them; the user's stand in for what cannot be read. */
    private Optional<SObject> organization() {
        try {
            return single("SELECT TimeZoneSidKey, DefaultLocaleSidKey, FiscalYearStartMonth,"
                    + " UsesStartDateAsFiscalYearName FROM Organization");
        } catch (CallFailedException e) {
            return switch (e.failure()) {
                case SalesforceFailure.NotThere hidden -> Optional.empty();
                case SalesforceFailure.QueryRefused refused -> Optional.empty();
                case SalesforceFailure.SignInRefused x -> throw e;
                case SalesforceFailure.TookTooLong x -> throw e;
                case SalesforceFailure.Unreachable x -> throw e;
                case SalesforceFailure.SessionLost x -> throw e;
                case SalesforceFailure.LimitReached x -> throw e;
                case SalesforceFailure.Maintenance x -> throw e;
                case SalesforceFailure.Stopped x -> throw e;
                case SalesforceFailure.UnexpectedAnswer x -> throw e;
            };
        }
    }

    /** With several currencies the org has no default but a corporate currency, in which all rates are given. */
    private String currency(GetUserInfoResult user) {
        if (user.isOrganizationMultiCurrency()) {
            return single("SELECT IsoCode FROM CurrencyType WHERE IsCorporate = true")
                    .flatMap(row -> text(row, "IsoCode"))
                    .orElseThrow(() -> unexpected("The org has several currencies and none is its corporate one."));
        }
        return Optional.ofNullable(user.getOrgDefaultCurrencyIsoCode())
                .or(() -> Optional.ofNullable(user.getUserDefaultCurrencyIsoCode()))
                .orElseThrow(() -> unexpected("The org did not say in which currency it counts."));
    }

    private Optional<SObject> single(String soql) {
        QueryResult answer = calls.read(connection -> connection.query(soql));
        return answer.getRecords().length == 0 ? Optional.empty() : Optional.of(answer.getRecords()[0]);
    }

    private static Optional<String> text(SObject row, String field) {
        return Optional.ofNullable(row.getField(field)).map(Object::toString);
    }

    /** Salesforce writes {@code de_AT_EURO}; what Java does not know of it, such as the currency, is left out. */
    private static Locale locale(@Nullable String key) {
        return key == null ? Locale.ROOT : Locale.forLanguageTag(key.replace('_', '-'));
    }

    private static FiscalYear fiscalYear(SObject org) {
        return text(org, "FiscalYearStartMonth")
                .map(month -> new FiscalYear(
                        Integer.parseInt(month),
                        text(org, "UsesStartDateAsFiscalYearName")
                                .map(Boolean::parseBoolean)
                                .orElse(false)))
                .orElse(FiscalYear.CALENDAR);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw unexpected("The org's time zone '" + name + "' is not known to this Java.");
        }
    }

    private static CallFailedException unexpected(String what) {
        return new CallFailedException(
                new Refusal(
                        new SalesforceFailure.UnexpectedAnswer(
                                what, "Tell whoever maintains Plumbline, with the org's Company Information."),
                        CallFailedException.NO_API,
                        Effect.NONE,
                        false),
                null);
    }
}
