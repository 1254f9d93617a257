package io.plumbline.salesforce.codes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sforce.soap.partner.StatusCode;
import io.plumbline.crm.ObjectName;
import io.plumbline.testing.Trap;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RowCauseTest {

    private static final ObjectName TASK = ObjectName.of("Task");

    /** Codes that rows of Bulk jobs carry and the stub for SOAP does not have. */
    private static final Set<String> OTHER_DIALECTS =
            Set.of("BATCH_PROCESSING_HALTED", "REQUEST_LIMIT_EXCEEDED", "SERVER_UNAVAILABLE");

    @Trap("F6")
    @ParameterizedTest
    @EnumSource(StatusCode.class)
    void tellsOfEveryStatusWhatIsDoneAndWhoActs(StatusCode code) {
        RowCause cause = RowCause.of(code.name());

        assertThat(cause.action()).isNotNull();
        assertThat(cause.advice(TASK, List.of())).endsWith(".").doesNotContain("{", "}");
        assertThat(cause.advice(TASK, List.of("A__c", "B__c"))).doesNotContain("{", "}");
    }

    /** A typing error in the table would make a code fall to the default unseen. */
    @Test
    void namesNoCodeThatSalesforceDoesNotHave() {
        Set<String> known = Arrays.stream(StatusCode.values()).map(Enum::name).collect(Collectors.toSet());
        known.addAll(OTHER_DIALECTS);

        Set<String> named = Arrays.stream(RowCause.values())
                .flatMap(cause -> cause.codes().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        named.removeAll(known);
        assertThat(named).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UNABLE_TO_LOCK_ROW, LOCKED, true",
        "ENTITY_IS_DELETED, RECORD_GONE, false",
        "CUSTOM_LINK_LIMIT_EXCEEDED, LIMIT, false",
        "MAX_RULES_EXCEEDED, LIMIT, false",
        "STORAGE_LIMIT_EXCEEDED, STORAGE, false",
        "CHECKOUT_LOCKED, FOREIGN_FEATURE, false",
        "CANNOT_FREEZE_SELF, NOT_KNOWN, false"
    })
    void prefersACodesOwnRowToItsFamily(String code, RowCause cause, boolean passing) {
        assertThat(RowCause.of(code)).isEqualTo(cause);
        assertThat(cause.action().passing()).isEqualTo(passing);
    }

    @Trap("F5")
    @Test
    void holdsARecordThatWasRefusedForAReasonItNeverHeardOf() {
        assertThat(RowCause.of("NEW_CODE_2031")).isEqualTo(RowCause.NOT_KNOWN);
        assertThat(RowCause.NOT_KNOWN.action()).isEqualTo(RowAction.HOLD);
    }
}
