package io.plumbline.ops.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends people who look for a page to the sign-in page, and tells everybody else that they are not signed in. */
final class WayIn implements AuthenticationEntryPoint {

    static final String PAGE = "/sign-in";

    private static final String HTMX = "HX-Request";

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException notSignedIn) {
        if (asksForAPage(request)) {
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + PAGE);
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            if (request.getHeader(HTMX) != null) {
                response.setHeader("HX-Redirect", request.getContextPath() + PAGE);
            }
        }
    }

    /** A part of a page that a session ended under is not worth coming back to. */
    static boolean asksForAPage(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && request.getHeader(HTMX) == null
                && Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "")
                        .contains(MediaType.TEXT_HTML_VALUE);
    }
}
