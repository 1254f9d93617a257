package io.plumbline.ops.access;

import java.io.Serial;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A local user as Spring Security keeps it through a session. */
final class LocalSignIn implements UserDetails, CredentialsContainer {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient LocalUser user;
    private @Nullable String passwordHash;

    LocalSignIn(LocalUser user, String passwordHash) {
        this.user = user;
        this.passwordHash = passwordHash;
    }

    LocalUser user() {
        return user;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return user.role().authorities(user.seesNames());
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return user.name();
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
