package io.plumbline.ops.api;

import io.plumbline.ops.api.admission.Problem;
import io.plumbline.ops.api.token.TokenHolder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The contract with the Salesforce package, as {@code salesforce-metadata/automation/openapi/plumbline.json} tells it to
 * External Services. Their subset of OpenAPI 3.0 rules here: JSON alone, no response headers, names that are identifiers
 * in Apex, descriptions of at most 1,333 characters.
 */
@RequestMapping(path = "/api/v1/accounts/{accountId}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Accounts")
@ApiResponse(responseCode = "200", description = "The verdict")
@ApiResponse(
        responseCode = "400",
        description = "Something about the request is not right; the detail names all of it",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "401",
        description = "No token, or one that is not valid",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "403",
        description = "The token, or this Plumbline, belongs to another org",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "404",
        description = "No account, or no finding, of this name was judged",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "429",
        description = "Too many requests with this token",
        content = @Content(schema = @Schema(implementation = Problem.class)))
interface AccountApi {

    @Operation(
            operationId = "judgeAccount",
            summary = "Judge an account now",
            description = "Reads what changed in the org, judges the account, writes its verdict and gives it back."
                    + " Takes some seconds.")
    @CarriedOut
    @PostMapping(path = "/judgements", consumes = MediaType.APPLICATION_JSON_VALUE)
    AccountVerdict judge(
            @Parameter(hidden = true) @AuthenticationPrincipal TokenHolder caller,
            @Parameter(description = "Id of the account, 15 or 18 characters") @PathVariable String accountId,
            @RequestBody JudgementRequest request);

    @Operation(
            operationId = "readVerdict",
            summary = "Read the last verdict about an account",
            description = "Gives the verdict as it was last judged. Makes no call to Salesforce and changes nothing.")
    @GetMapping("/verdict")
    AccountVerdict read(
            @Parameter(hidden = true) @AuthenticationPrincipal TokenHolder caller,
            @Parameter(description = "Id of the account, 15 or 18 characters") @PathVariable String accountId,
            @Parameter(description = "Id of the org that asks, 15 or 18 characters") @RequestParam String orgId);

    @Operation(
            operationId = "answerFinding",
            summary = "Answer a finding",
            description = "Says of a finding why it is not relevant, until a day. The numbers stay; no task asks for it"
                    + " until then. Judges the account anew and gives its verdict.")
    @CarriedOut
    @PostMapping(path = "/answers", consumes = MediaType.APPLICATION_JSON_VALUE)
    AccountVerdict answer(
            @Parameter(hidden = true) @AuthenticationPrincipal TokenHolder caller,
            @Parameter(description = "Id of the account, 15 or 18 characters") @PathVariable String accountId,
            @RequestBody AnswerRequest request);
}
