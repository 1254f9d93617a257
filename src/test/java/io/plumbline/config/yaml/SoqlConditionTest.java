package io.plumbline.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.testing.Trap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoqlConditionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Type = 'Customer' AND Plumbline_Tier__c != null",
                "Name LIKE '%GROUP%' OR Name = 'Order by \\' us'",
                "Id IN (SELECT AccountId FROM Opportunity WHERE IsWon = true)",
                "NOT (Industry IN ('Energy', 'Retail')) AND LastActivityDate = LAST_N_DAYS:90",
                "Fiscal_Group__c = 'A' AND Owner.Name != ';'"
            })
    void acceptsAnyCondition(String condition) {
        assertThat(SoqlCondition.problem(condition)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Type = 'Customer|a text in quotes is not closed",
                "(Type = 'Customer'|its parentheses do not match",
                "Type = 'a') OR (Type = 'b'|its parentheses do not match",
                "Type = 'a' ORDER BY Name|ORDER begins another clause; give the condition alone",
                "Type = 'a' LIMIT 10|LIMIT begins another clause; give the condition alone",
                "Type = 'a'; DELETE|';' has no place in it"
            })
    @Trap("L5")
    void refusesWhatIsMoreThanACondition(String condition, String problem) {
        assertThat(SoqlCondition.problem(condition)).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CreatedDate = THIS_FISCAL_YEAR", "CreatedDate > last_n_fiscal_quarters:3"})
    @Trap("H4")
    void refusesFiscalPeriodsWhichFailOutsideTheYearsThatTheOrgDefined(String condition) {
        assertThat(SoqlCondition.problem(condition))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .contains("depends on the fiscal years that the org has defined; give the two dates instead"));
    }
}
