package io.plumbline.ops.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Whoever is signed in.
 *
 * @param name by which the audit knows them
 * @param operator whether they may press buttons
 * @param seesNames whether accounts and people are shown to them by name
 */
public record Visitor(String name, boolean operator, boolean seesNames) {

    public static Visitor of(Authentication signedIn) {
        return new Visitor(name(signedIn), has(signedIn, "ROLE_OPERATOR"), has(signedIn, Role.NAMES));
    }

    /** What a provider calls a person for itself is no word for people. */
    private static String name(Authentication signedIn) {
        if (signedIn.getPrincipal() instanceof OidcUser user) {
            return first(user.getPreferredUsername(), user.getEmail(), user.getSubject());
        }
        return signedIn.getName();
    }

    private static String first(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return "somebody";
    }

    private static boolean has(Authentication signedIn, String authority) {
        return signedIn.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(authority::equals);
    }
}
