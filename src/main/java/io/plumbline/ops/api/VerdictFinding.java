package io.plumbline.ops.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One finding of a verdict.
 *
 * @param key check and subject, which is the finding's name from run to run: {@code role.innovator}
 * @param check what was looked at, in the words that the org uses
 */
@Schema(name = "Finding", description = "Something that is not as it should be")
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerdictFinding(
        @Schema(
                description = "The finding's name, the same from day to day",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String key,

        @Schema(description = "What was looked at", requiredMode = Schema.RequiredMode.REQUIRED)
        String check,

        @Schema(description = "What was seen", requiredMode = Schema.RequiredMode.REQUIRED)
        String sentence,

        @Schema(description = "What to do about it", requiredMode = Schema.RequiredMode.REQUIRED)
        String step,

        @Schema(
                description = "Whether a person answered it and the answer holds",
                requiredMode = Schema.RequiredMode.REQUIRED)
        boolean answered,

        @Schema(description = "Why it is not relevant, when it is answered") @Nullable
        String answeredBecause,

        @Schema(description = "The last day for which the answer holds, when it is answered") @Nullable
        LocalDate answeredUntil) {}
