package io.plumbline.ops.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What people see in the place of a page that there is not; programs get the same as a problem in JSON. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages {

    @ExceptionHandler(
            exception = {
                ResponseStatusException.class,
                NoResourceFoundException.class,
                HttpRequestMethodNotSupportedException.class,
                MissingServletRequestParameterException.class
            },
            produces = MediaType.TEXT_HTML_VALUE)
    String noSuchPage(Exception refused, HttpServletResponse response, Model model) {
        int status =
                refused instanceof ErrorResponse known ? known.getStatusCode().value() : 404;
        response.setStatus(status);
        model.addAttribute(
                "sentence",
                refused instanceof ResponseStatusException ours
                        ? Objects.requireNonNullElse(ours.getReason(), "There is no such page.")
                        : "There is no such page.");
        return "console/refused";
    }

    @ExceptionHandler(exception = MethodArgumentTypeMismatchException.class, produces = MediaType.TEXT_HTML_VALUE)
    String nonsense(HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("sentence", "The address of this page holds something that it should not.");
        return "console/refused";
    }
}
