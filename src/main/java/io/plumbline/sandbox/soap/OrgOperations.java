package io.plumbline.sandbox.soap;

import io.plumbline.sandbox.gate.Call;
import io.plumbline.sandbox.gate.Callers;
import io.plumbline.sandbox.gate.ValueText;
import io.plumbline.sandbox.oauth.OrgAddress;
import io.plumbline.sandbox.oauth.Sessions;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.setup.OrgSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code getUserInfo}, {@code getServerTimestamp}, and the ends of sessions: {@code logout} and {@code invalidateSessions} (A5). */
final class OrgOperations {

    private final Org org;
    private final Callers callers;
    private final Sessions sessions;
    private final OrgAddress address;

    OrgOperations(Org org, Callers callers, Sessions sessions, OrgAddress address) {
        this.org = org;
        this.callers = callers;
        this.sessions = sessions;
        this.address = address;
    }

    List<SoapOperation> all() {
        return List.of(
                SoapOperation.reading("getUserInfo", request -> "", this::userInfo),
                SoapOperation.reading(
                        "logout", request -> "", (call, request, out) -> sessions.kill(request.sessionId())),
                SoapOperation.reading("invalidateSessions", request -> "", this::invalidate),
                SoapOperation.reading(
                        "getServerTimestamp",
                        request -> "",
                        (call, request, out) -> out.open("result")
                                .text("timestamp", ValueText.soap(org.clock().instant()))
                                .close()));
    }

    private void invalidate(Call call, SoapRequest request, XmlWriter out) {
        request.operation().all("sessionIds").forEach(session -> {
            String id = session.text().strip();
            boolean known = sessions.use(id).isPresent();
            sessions.kill(id);
            out.open("result");
            if (!known) {
                out.open("errors");
                out.text("message", "invalid session id");
                out.text("statusCode", "INVALID_SESSION_ID");
                out.close();
            }
            out.text("success", Boolean.toString(known));
            out.close();
        });
    }

    private void userInfo(Call call, SoapRequest request, XmlWriter out) {
        StoredRecord user = callers.record(call.session().userId())
                .orElseThrow(() -> new IllegalStateException("the session's user is gone"));
        OrgSettings settings = org.settings();
        String currency = settings.corporateCurrency().getCurrencyCode();
        out.open("result");
        out.text("accessibilityMode", "false");
        out.text("chatterExternal", "false");
        // A multi-currency org has no one symbol.
        out.textOrNil(
                "currencySymbol",
                settings.multiCurrency() ? null : settings.corporateCurrency().getSymbol(Locale.US));
        out.text("orgAttachmentFileSizeLimit", "26214400");
        out.text("orgDefaultCurrencyIsoCode", currency);
        out.text("orgDefaultCurrencyLocale", "en_US");
        out.text("orgDisallowHtmlAttachments", "false");
        out.text("orgHasPersonAccounts", "false");
        out.text("organizationId", address.organizationId());
        out.text("organizationMultiCurrency", Boolean.toString(settings.multiCurrency()));
        out.text("organizationName", settings.name());
        out.text("profileId", text(user, "ProfileId", "00e000000000001AAA"));
        out.textOrNil("roleId", user.text("UserRoleId"));
        out.text("sessionSecondsValid", Long.toString(sessions.validity().toSeconds()));
        out.textOrNil("userDefaultCurrencyIsoCode", settings.multiCurrency() ? currency : null);
        out.text("userEmail", text(user, "Email", ""));
        out.text("userFullName", (text(user, "FirstName", "") + " " + text(user, "LastName", "")).strip());
        out.text("userId", user.id());
        out.text("userLanguage", text(user, "LanguageLocaleKey", "en_US"));
        out.text("userLocale", text(user, "LocaleSidKey", "en_US"));
        out.text("userName", text(user, "Username", ""));
        out.text("userTimeZone", text(user, "TimeZoneSidKey", settings.zone().getId()));
        out.text("userType", text(user, "UserType", "Standard"));
        out.text("userUiSkin", "Theme3");
        out.close();
    }

    private static String text(StoredRecord user, String field, String otherwise) {
        return Optional.ofNullable(user.text(field)).orElse(otherwise);
    }
}
