package io.plumbline.salesforce.soap;

import static io.plumbline.salesforce.soap.SoapText.page;
import static io.plumbline.salesforce.soap.SoapText.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.crm.RecordId;
import io.plumbline.salesforce.OrgIdentity;
import io.plumbline.salesforce.SalesforceFailedException;
import io.plumbline.salesforce.SalesforceFailure;
import io.plumbline.salesforce.StubOrg;
import io.plumbline.testing.Trap;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WscOrgIdentityTest {

    private static final String ORG_IN_BERLIN = page(
            1,
            "",
            "<records xsi:type=\"sf:sObject\"><sf:type>Organization</sf:type><sf:Id xsi:nil=\"true\"/>"
                    + "<sf:TimeZoneSidKey>Europe/Berlin</sf:TimeZoneSidKey></records>");

    private final StubOrg stub = new StubOrg();
    private final WscOrg org = Orgs.on(stub, new ArrayList<>());

    @AfterEach
    void stop() {
        stub.close();
    }

    @Trap("H3")
    @Test
    void countsDaysInTheZoneOfTheOrgAndNotOfTheUser() {
        stub.answers("getUserInfo", user("America/New_York", false, "EUR")).answers("query", ORG_IN_BERLIN);

        OrgIdentity identity = org.identity();

        assertThat(identity.timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(identity.orgId()).isEqualTo(RecordId.of(StubOrg.ORG));
        assertThat(identity.userName()).isEqualTo("integration@acme.example");
        assertThat(identity.currency()).isEqualTo("EUR");
        assertThat(identity.instance()).isEqualTo(URI.create(stub.address() + "/"));
    }

    @Test
    void countsDaysInTheZoneOfTheUserWhereTheOrgHidesItsOwn() {
        stub.answers("getUserInfo", user("America/New_York", false, "EUR"))
                .answersWith(
                        "query",
                        StubOrg.fault(
                                "InvalidFieldFault",
                                "INVALID_FIELD",
                                "No such column 'TimeZoneSidKey' on entity 'Organization'."));

        assertThat(org.identity().timeZone()).isEqualTo(ZoneId.of("America/New_York"));
    }

    /** The corporate currency, not that of the user who happens to ask. */
    @Trap("H7")
    @Test
    void comparesMoneyInTheCorporateCurrency() {
        stub.answers("getUserInfo", user("UTC", true, null))
                .answers(
                        "query",
                        ORG_IN_BERLIN,
                        page(1, "", record("CurrencyType", "01L5e000000AAAAEAA", "<sf:IsoCode>CHF</sf:IsoCode>")));

        assertThat(org.identity().currency()).isEqualTo("CHF");
        assertThat(org.identity().multiCurrency()).isTrue();
        assertThat(stub.requests("getUserInfo")).hasSize(1);
    }

    @Test
    void saysThatThisJavaDoesNotKnowTheZone() {
        stub.answers("getUserInfo", user("Mars/Olympus", false, "EUR")).answers("query", page(0, ""));

        assertThatThrownBy(org::identity)
                .isInstanceOfSatisfying(
                        SalesforceFailedException.class,
                        e -> assertThat(e.failure()).isInstanceOf(SalesforceFailure.UnexpectedAnswer.class))
                .hasMessageContaining("Mars/Olympus");
    }

    private static String user(String zone, boolean multiCurrency, String currency) {
        return "<result><accessibilityMode>false</accessibilityMode><chatterExternal>false</chatterExternal>"
                + "<currencySymbol>x</currencySymbol><orgAttachmentFileSizeLimit>1</orgAttachmentFileSizeLimit>"
                + (currency == null
                        ? "<orgDefaultCurrencyIsoCode xsi:nil=\"true\"/>"
                        : "<orgDefaultCurrencyIsoCode>" + currency + "</orgDefaultCurrencyIsoCode>")
                + "<orgDefaultCurrencyLocale>de</orgDefaultCurrencyLocale>"
                + "<orgDisallowHtmlAttachments>false</orgDisallowHtmlAttachments>"
                + "<orgHasPersonAccounts>false</orgHasPersonAccounts><organizationId>" + StubOrg.ORG
                + "</organizationId><organizationMultiCurrency>" + multiCurrency
                + "</organizationMultiCurrency><organizationName>Acme</organizationName>"
                + "<profileId>00e5e000000AAAAEAA</profileId><roleId xsi:nil=\"true\"/>"
                + "<sessionSecondsValid>7200</sessionSecondsValid>"
                + "<userDefaultCurrencyIsoCode>USD</userDefaultCurrencyIsoCode>"
                + "<userEmail>a@acme.example</userEmail><userFullName>A</userFullName>"
                + "<userId>0055e000000AAAA</userId><userLanguage>en_US</userLanguage>"
                + "<userLocale>en_US</userLocale><userName>integration@acme.example</userName><userTimeZone>" + zone
                + "</userTimeZone><userType>Standard</userType><userUiSkin>Theme3</userUiSkin></result>";
    }
}
