package io.plumbline.salesforce.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.crm.ObjectName;
import io.plumbline.salesforce.WriteOutcome.Refused;
import io.plumbline.testing.Trap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowRefusalsTest {

    private static final ObjectName TASK = ObjectName.of("Task");

    /** Passing or not, and words that tell who can do what. */
    @Trap({"F3", "F6", "F7", "F15", "F16"})
    @ParameterizedTest
    @CsvSource({
        "UNABLE_TO_LOCK_ROW, true, sent again",
        "SERVER_UNAVAILABLE, true, sent again",
        "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE, true, sent again",
        "TOO_MANY_APEX_REQUESTS, true, sent again",
        "FIELD_CUSTOM_VALIDATION_EXCEPTION, false, Plumbline_Bypass",
        "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, false, trigger or flow on Task",
        "INACTIVE_OWNER_OR_USER, false, active owner",
        "INVALID_FIELD_FOR_INSERT_UPDATE, false, edit access to F__c on Task",
        "INVALID_FIELD, false, salesforce-metadata",
        "INSUFFICIENT_ACCESS_OR_READONLY, false, Plumbline_Integration",
        "STRING_TOO_LONG, false, F__c on Task",
        "NUMBER_OUTSIDE_VALID_RANGE, false, digits",
        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, false, picklist F__c",
        "REQUIRED_FIELD_MISSING, false, F__c",
        "DUPLICATES_DETECTED, false, duplicate rule",
        "DUPLICATE_VALUE, false, same key",
        "ENTITY_IS_DELETED, false, merged",
        "ENTITY_IS_LOCKED, false, approval",
        "STORAGE_LIMIT_EXCEEDED, false, storage",
        "NEVER_HEARD_OF_2031, false, message"
    })
    void tellWhetherItPassesAndWhoCanFixIt(String code, boolean passing, String words) {
        Refused refused = RowRefusals.of(TASK, List.of(new RowProblem(code, "Salesforce's words", List.of("F__c"))));

        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.passing()).isEqualTo(passing);
        assertThat(refused.message()).isEqualTo("Salesforce's words");
        assertThat(refused.advice()).contains(words).endsWith(".");
    }

    @Test
    void countAsLastingWhenOneOfSeveralReasonsLasts() {
        Refused refused = RowRefusals.of(
                TASK,
                List.of(
                        new RowProblem("UNABLE_TO_LOCK_ROW", "locked", List.of()),
                        new RowProblem("STRING_TOO_LONG", "too long", List.of("Subject"))));

        assertThat(refused.code()).isEqualTo("STRING_TOO_LONG");
        assertThat(refused.passing()).isFalse();
        assertThat(refused.message()).isEqualTo("locked; too long");
        assertThat(refused.fields()).containsExactly("Subject");
    }

    @Test
    void areToldEvenWithoutAReason() {
        assertThat(RowRefusals.of(TASK, List.of()).message()).isNotBlank();
    }
}
