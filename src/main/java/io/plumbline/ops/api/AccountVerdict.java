package io.plumbline.ops.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verdict in the words of the account's fields in Salesforce. A number that is not known is left out, never zero.
 *
 * @param asOf the day it was judged by, in the org's time zone
 */
@Schema(name = "Verdict", description = "What is thought of an account and its plan. A number not known is left out.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountVerdict(
        @Schema(description = "Id of the account, 18 characters", requiredMode = Schema.RequiredMode.REQUIRED)
        String accountId,

        @Schema(description = "The day it was judged by", requiredMode = Schema.RequiredMode.REQUIRED)
        LocalDate asOf,

        @Schema(
                description = "Health in a word",
                allowableValues = {"Green", "Amber", "Red", "Not enough data"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        String band,

        @Schema(description = "Health, 0 to 100") @Nullable Integer health,

        @Schema(description = "How likely the account stays, 0 to 100") @Nullable
        Integer retention,

        @Schema(description = "How likely the account grows, 0 to 100") @Nullable
        Integer growth,

        @Schema(
                description = "Where health is going",
                allowableValues = {"New", "Improving", "Steady", "Declining"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        String trend,

        @Schema(description = "How much is known to judge by, 0 to 100", requiredMode = Schema.RequiredMode.REQUIRED)
        int confidence,

        @Schema(
                description = "How current the plan is",
                allowableValues = {"Current", "Due soon", "Stale", "Expired", "Missing"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        String planCurrency,

        @Schema(description = "How complete the plan is, 0 to 100") @Nullable
        Integer thoroughness,

        @Schema(description = "How well the plan agrees with the records, 0 to 100") @Nullable
        Integer vetting,

        @Schema(description = "How well the plan is carried out, 0 to 100") @Nullable
        Integer execution,

        @Schema(description = "How many of the roles that matter are known, 0 to 100") @Nullable
        Integer roleCoverage,

        @Schema(
                description = "What to do first; empty when there is nothing",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String nextStep,

        @Schema(description = "What pulls health down, most first", requiredMode = Schema.RequiredMode.REQUIRED)
        List<String> reasons,

        @Schema(description = "What was found, most severe first", requiredMode = Schema.RequiredMode.REQUIRED)
        List<VerdictFinding> findings) {

    AccountVerdict {
        reasons = List.copyOf(reasons);
        findings = List.copyOf(findings);
    }
}
