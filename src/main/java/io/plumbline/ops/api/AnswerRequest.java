package io.plumbline.ops.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a finding, as it came: nothing in it is checked yet (RequestCheck).
 *
 * @param requestedAt an instant as ISO 8601 has it
 * @param until a day as ISO 8601 has it
 */
@Schema(name = "AnswerRequest", description = "What a person says of a finding")
record AnswerRequest(
        @Schema(
                description = "Id of the org that asks",
                minLength = 15,
                maxLength = 18,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String orgId,

        @Schema(
                description = "A name for this one request, never used again: letters, digits and hyphens",
                pattern = "^[A-Za-z0-9-]{1,64}$",
                maxLength = 64,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String requestId,

        @Schema(
                description = "When it was asked, within five minutes of now",
                type = "string",
                format = "date-time",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String requestedAt,

        @Schema(
                description = "Id of the user who answers",
                minLength = 15,
                maxLength = 18,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String answeredBy,

        @Schema(
                description = "Key of the finding, as the verdict gives it",
                maxLength = 255,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String finding,

        @Schema(
                description = "Why it is not relevant, for people to read",
                minLength = 1,
                maxLength = 500,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String reason,

        @Schema(
                description = "The last day for which this holds, at most a year ahead",
                type = "string",
                format = "date",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String until) {}
