package io.plumbline.ops.api;

import io.plumbline.ops.api.admission.Problem;
import io.plumbline.ops.api.admission.RefusedRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says why an operation did not succeed, in the one form that the contract knows. */
@RestControllerAdvice(assignableTypes = AccountApi.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Problem> refused(RefusedRequestException refused) {
        return response(refused.problem());
    }

    /** What the parser says may repeat what was sent, so it stays here. */
    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable) {
        return response(new Problem(
                "The request is not right",
                "Its body is not the JSON that the API's document describes: broken off, nested too deep, or with a key or a"
                        + " kind of value that is not in it. A Salesforce administrator compares the flow with the"
                        + " External Service.",
                HttpStatus.BAD_REQUEST.value()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> incomplete(MissingServletRequestParameterException missing) {
        return response(new Problem(
                "The request is not right",
                "The parameter " + missing.getParameterName() + " is missing.",
                HttpStatus.BAD_REQUEST.value()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unexpected(RuntimeException unexpected) {
        LOG.error("A request ended on something unexpected", unexpected);
        return response(new Problem(
                "Something went wrong here",
                "Try again in a few minutes. Should it go on, whoever runs Plumbline finds the reason in its log.",
                HttpStatus.SERVICE_UNAVAILABLE.value()));
    }

    private static ResponseEntity<Problem> response(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(problem);
    }
}
