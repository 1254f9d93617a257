package io.plumbline.ops.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Looks at a password only as often as {@link SignInLimits} allow. */
final class LimitedSignIn implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final SignInLimits limits;

    LimitedSignIn(AuthenticationProvider passwords, SignInLimits limits) {
        this.passwords = passwords;
        this.limits = limits;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        String address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        if (!limits.mayTry(attempt.getName(), address)) {
            throw new LockedException("too many attempts");
        }
        Authentication signedIn = passwords.authenticate(attempt);
        limits.succeeded(attempt.getName(), address);
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
