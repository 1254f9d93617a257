package io.plumbline.sandbox.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.sandbox.record.refusal.RequestRefusedException;
import io.plumbline.sandbox.record.refusal.StatusCode;
import io.plumbline.sandbox.record.sight.Caller;
import io.plumbline.sandbox.schema.FieldChange;
import io.plumbline.sandbox.schema.FieldType;
import io.plumbline.sandbox.soql.Soql;
import org.junit.jupiter.api.Test;

/** C6, I2, I3, E10: fields that change while somebody works with them. */
class FieldChangeTest {

    private final OrgFixture fixture = new OrgFixture();
    private final Org org = fixture.org;
    private final Soql soql = new Soql(org);
    private final String account =
            fixture.create("Account", "Name", "A", "Site", "Bonn", "Plumbline_Next_Step__c", "Call them");

    private Object select(Caller caller, String field) {
        return soql.query(caller, "SELECT " + field + " FROM Account")
                .rows()
                .getFirst()
                .get(field);
    }

    @Test
    void aNewFieldIsThereForTheAdministratorAndUngrantedForOthers() {
        org.change("Account", new FieldChange.Add("Region__c", FieldType.STRING, 10));
        fixture.update("Account", account, "Region__c", "North");
        assertThat(select(org.administrator(), "Region__c")).isEqualTo("North");
        assertThatThrownBy(() -> select(org.integrationUser(), "Region__c")).hasMessageContaining("Region__c");
        assertThat(fixture.tryUpdate("Account", account, "Region__c", "x".repeat(11))
                        .success())
                .isFalse();
    }

    @Test
    void aRenamedFieldKeepsValuesAndPermissions() {
        org.change("Account", new FieldChange.Rename("Plumbline_Next_Step__c", "Renamed__c"));
        assertThat(select(org.integrationUser(), "Renamed__c")).isEqualTo("Call them");
        assertThatThrownBy(() -> select(org.integrationUser(), "Plumbline_Next_Step__c"))
                .isInstanceOf(RequestRefusedException.class);
        assertThat(org.integrationUser()
                        .schema()
                        .object("Account")
                        .orElseThrow()
                        .field("Renamed__c")
                        .orElseThrow()
                        .updateable())
                .isTrue();
    }

    @Test
    void aRemovedFieldTakesItsValuesAlong() {
        org.change("Account", new FieldChange.Remove("Site"));
        assertThat(fixture.stored(account).values()).doesNotContainKey("Site");
        assertThatThrownBy(() -> select(org.administrator(), "Site")).isInstanceOf(RequestRefusedException.class);
        org.change("Account", new FieldChange.Add("Site", FieldType.STRING, 5));
        assertThat(select(org.administrator(), "Site")).isNull();
    }

    @Test
    void aShorterFieldRefusesWhatItTookBefore() {
        org.change("Account", new FieldChange.Resize("Site", 3));
        assertThat(select(org.administrator(), "Site")).isEqualTo("Bonn");
        assertThat(fixture.tryUpdate("Account", account, "Site", "Kiel")
                        .errors()
                        .getFirst()
                        .code())
                .isEqualTo(StatusCode.STRING_TOO_LONG);
    }

    @Test
    void refusesChangesOfWhatIsNotThere() {
        assertThatThrownBy(() -> org.change("Account", new FieldChange.Remove("Nope__c")))
                .hasMessage("Account has no field Nope__c");
        assertThatThrownBy(() -> org.change("Account", new FieldChange.Add("Site", FieldType.STRING, 5)))
                .hasMessage("Account has a field Site");
        assertThatThrownBy(() -> org.change("Nope", new FieldChange.Remove("Site")))
                .hasMessage("there is no object Nope");
    }
}
