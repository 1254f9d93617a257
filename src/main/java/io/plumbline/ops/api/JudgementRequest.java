package io.plumbline.ops.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The wish to have an account judged, as it came: nothing in it is checked yet (RequestCheck).
 *
 * @param requestedAt an instant as ISO 8601 has it
 */
@Schema(name = "JudgementRequest", description = "The wish to have an account judged now")
record JudgementRequest(
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
                description = "Id of the user who asks",
                minLength = 15,
                maxLength = 18,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String requestedBy) {}
