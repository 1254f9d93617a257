package io.plumbline.ops.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Signs in whoever comes with the key of {@link OneTimeLink}: as an operator who sees names, since the demo is theirs. */
final class OneTimeLinkFilter extends AbstractAuthenticationProcessingFilter {

    private static final String GUEST = "demo";

    private final OneTimeLink link;

    OneTimeLinkFilter(OneTimeLink link) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, OneTimeLink.PATH));
        this.link = link;
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        if (!link.redeem(Objects.requireNonNullElse(request.getParameter(OneTimeLink.KEY), ""))) {
            throw new BadCredentialsException("no such key");
        }
        return UsernamePasswordAuthenticationToken.authenticated(GUEST, null, Role.OPERATOR.authorities(true));
    }
}
