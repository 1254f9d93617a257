package io.plumbline.ops.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What somebody may do in the console. */
public enum Role {
    /** Looks at everything, changes nothing. */
    VIEWER,
    /** A viewer who may also press the buttons: run, preview, pause, release. */
    OPERATOR;

    /** What those have who may see accounts and people by name; others see Ids (trap L10). */
    public static final String NAMES = "names";

    /** @return empty for any other word */
    public static Optional<Role> named(String word) {
        return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** As people type it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As Spring Security knows it; an operator is a viewer too. */
    List<GrantedAuthority> authorities(boolean seesNames) {
        return Stream.of(
                        Stream.of("ROLE_VIEWER"),
                        this == OPERATOR ? Stream.of("ROLE_OPERATOR") : Stream.<String>empty(),
                        seesNames ? Stream.of(NAMES) : Stream.<String>empty())
                .flatMap(words -> words)
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }
}
