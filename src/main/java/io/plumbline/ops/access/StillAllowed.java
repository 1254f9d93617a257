package io.plumbline.ops.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of a local user who was removed or given another password since it began, and every session after a long
 * working day: of people who came by a company's provider nobody tells us when they lose their role or leave.
 */
final class StillAllowed extends OncePerRequestFilter {

    static final Duration LONGEST = Duration.ofHours(12);

    private final LocalUsers users;
    private final Clock clock;

    StillAllowed(LocalUsers users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        if (signedIn != null && (isTooOld(session) || !isAsItWas(signedIn))) {
            SecurityContextHolder.clearContext();
            if (session != null) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isTooOld(@Nullable HttpSession session) {
        return session != null
                && !clock.instant()
                        .isBefore(
                                Instant.ofEpochMilli(session.getCreationTime()).plus(LONGEST));
    }

    private boolean isAsItWas(Authentication signedIn) {
        return !(signedIn.getPrincipal() instanceof LocalSignIn local)
                || users.find(local.user().name()).filter(local.user()::equals).isPresent();
    }
}
