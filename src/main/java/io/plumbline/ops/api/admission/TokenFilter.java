package io.plumbline.ops.api.admission;

import io.plumbline.ops.api.token.TokenHolder;
import io.plumbline.ops.api.token.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who asks, and lets nobody ask too often or too much, before a byte of the body is understood (trap L11). */
final class TokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final RequestRate rate;

    TokenFilter(Tokens tokens, RequestRate rate) {
        this.tokens = tokens;
        this.rate = rate;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<TokenHolder> holder = token(request).flatMap(tokens::holder);
        if (holder.isEmpty()) {
            Refusal.write(response, Refusal.NO_TOKEN);
        } else if (!rate.grants(holder.get().token())) {
            Refusal.write(response, Refusal.TOO_OFTEN);
        } else {
            Optional<SmallBody> small = SmallBody.of(request);
            if (small.isEmpty()) {
                Refusal.write(response, Refusal.TOO_LARGE);
            } else {
                admit(holder.get());
                chain.doFilter(small.get(), response);
            }
        }
    }

    private static void admit(TokenHolder holder) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(holder, "", List.of()));
        SecurityContextHolder.setContext(context);
    }

    /** The scheme is written in any letter case (RFC 9110, 11.1). */
    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }
}
