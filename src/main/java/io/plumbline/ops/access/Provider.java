package io.plumbline.ops.access;

import io.plumbline.config.ConsoleSettings.OidcProvider;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** The OpenID Connect provider that signs people in, and what its words about them mean here. */
final class Provider {

    static final String REGISTRATION = "provider";

    private static final List<String> SCOPES = List.of("openid", "profile", "email");

    private final OidcProvider settings;

    Provider(OidcProvider settings) {
        this.settings = settings;
    }

    /** Asked for its addresses when the first person signs in: a provider that rests keeps no sync from running. */
    ClientRegistrationRepository registrations() {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(registration()));
    }

    /** @throws OAuth2AuthenticationException for people whom the provider gives no role here */
    OAuth2UserService<OidcUserRequest, OidcUser> people() {
        OidcUserService provider = new OidcUserService();
        return request -> {
            OidcUser person = provider.loadUser(request);
            Set<String> words = words(person.getClaims().get(settings.rolesClaim()));
            Role role = Optional.of(Role.OPERATOR)
                    .filter(operator -> words.contains(operator.word()))
                    .or(() -> Optional.of(Role.VIEWER).filter(viewer -> words.contains(viewer.word())))
                    .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error("no_role")));
            return new DefaultOidcUser(
                    role.authorities(words.contains(Role.NAMES)), person.getIdToken(), person.getUserInfo());
        };
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret().reveal())
                .scope(SCOPES)
                .build();
    }

    /** A list, or one word. */
    private static Set<String> words(@Nullable Object claim) {
        return switch (claim) {
            case Collection<?> several -> several.stream().map(String::valueOf).collect(Collectors.toSet());
            case String one -> Set.of(one.strip().split("[\\s,]+"));
            case null -> Set.of();
            default -> Set.of();
        };
    }
}
