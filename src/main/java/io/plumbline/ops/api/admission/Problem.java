package io.plumbline.ops.api.admission;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Why a request did not succeed. As plain JSON, since External Services know no other kind.
 *
 * @param title what is wrong, in a few words
 * @param detail what happened, and who can mend it and how
 * @param status the HTTP status
 */
@Schema(name = "Problem", description = "Why a request did not succeed")
public record Problem(
        @Schema(description = "What is wrong, in a few words", requiredMode = Schema.RequiredMode.REQUIRED)
        String title,

        @Schema(description = "What happened, and who can mend it and how", requiredMode = Schema.RequiredMode.REQUIRED)
        String detail,

        @Schema(description = "The HTTP status", requiredMode = Schema.RequiredMode.REQUIRED)
        int status) {}
