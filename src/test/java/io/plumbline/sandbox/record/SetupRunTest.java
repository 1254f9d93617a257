package io.plumbline.sandbox.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.sandbox.record.refusal.RecordError;
import io.plumbline.sandbox.record.refusal.StatusCode;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.setup.Automation;
import io.plumbline.sandbox.setup.Rewrite;
import io.plumbline.sandbox.setup.SaveRule;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetupRunTest {

    private final OrgFixture fixture = new OrgFixture();
    private final Org org = fixture.org;

    // F13
    @Test
    void automationRewritesEverySaveOfItsObject() {
        org.setup().automate(new Automation("Account", "Site", new Rewrite.UpperCase()));
        org.setup().automate(new Automation("account", "Site", new Rewrite.Cut(3)));
        org.setup().automate(new Automation("Account", "AnnualRevenue", new Rewrite.Add(BigDecimal.TEN)));
        org.setup().automate(new Automation("Account", "Rating", new Rewrite.Replace("Hot")));
        String account = fixture.create("Account", "Name", "A", "Site", "berlin", "AnnualRevenue", "5");
        StoredRecord saved = fixture.stored(account);
        assertThat(saved.get("Site")).isEqualTo("BER");
        assertThat(saved.get("AnnualRevenue")).isEqualTo(new BigDecimal("15"));
        assertThat(saved.get("Rating")).isEqualTo("Hot");
        fixture.update("Account", account, "Site", "bonn");
        assertThat(fixture.stored(account).get("Site")).isEqualTo("BON");
        assertThat(fixture.stored(account).get("AnnualRevenue")).isEqualTo(new BigDecimal("25"));
        org.setup().stopAutomation();
        fixture.update("Account", account, "Site", "bonn");
        assertThat(fixture.stored(account).get("Site")).isEqualTo("bonn");
    }

    // F6
    @Test
    void aValidationRuleRefusesItsValueOrTheBlank() {
        org.setup().addRule(new SaveRule.Validation("Account", "Rating", "Hot", "Too hot"));
        org.setup().addRule(new SaveRule.Validation("Account", "Site", null, "Say where"));
        RecordError hot = error(fixture.tryCreate("Account", "Name", "A", "Rating", "hot", "Site", "x"));
        assertThat(hot.code()).isEqualTo(StatusCode.FIELD_CUSTOM_VALIDATION_EXCEPTION);
        assertThat(hot.message()).isEqualTo("Too hot");
        assertThat(hot.fields()).containsExactly("Rating");
        assertThat(error(fixture.tryCreate("Account", "Name", "A", "Rating", "Warm"))
                        .message())
                .isEqualTo("Say where");
        assertThat(fixture.tryCreate("Account", "Name", "A", "Site", "x").success())
                .isTrue();
        org.setup().removeRules();
        assertThat(fixture.tryCreate("Account", "Name", "A", "Rating", "Hot").success())
                .isTrue();
    }

    // F7
    @Test
    void aDuplicateRuleSeesRecordsThatTheCallerDoesNot() {
        String other = fixture.create("Contact", "LastName", "Doe", "Email", "doe@example.com");
        org.setup().sharing().hide(List.of(other));
        org.setup().addRule(new SaveRule.Duplicate("Contact", "Email", "Use one of these records?"));
        RecordError error = error(fixture.tryCreate("Contact", "LastName", "Roe", "Email", "DOE@example.com"));
        assertThat(error.code()).isEqualTo(StatusCode.DUPLICATES_DETECTED);
        assertThat(fixture.tryCreate("Contact", "LastName", "Roe", "Email", "roe@example.com")
                        .success())
                .isTrue();
        fixture.update("Contact", other, "FirstName", "Jo");
    }

    private static RecordError error(SaveResult refused) {
        return refused.errors().getFirst();
    }
}
