package io.plumbline.ops.api;

import io.plumbline.ops.api.admission.Problem;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How an operation is refused that does something, and so carries each request out once. */
@ApiResponse(
        responseCode = "409",
        description = "The request came before",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "413",
        description = "The request is too large",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "503",
        description = "Another run is at work on the org; the detail says when to try again",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CarriedOut {}
