package io.plumbline.ops.access;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/** The measurements: whether Plumbline is up, for everybody; all else for a collector with its token, and for operators. */
@Configuration(proxyBeanMethods = false)
class ActuatorAccess {

    private static final String PATHS = "/actuator/**";

    @Bean
    @Order(20)
    SecurityFilterChain actuator(HttpSecurity http, ScrapeToken token, LocalUsers users, Clock clock) {
        return http.securityMatcher(PATHS)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/actuator/health")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, PATHS)
                        .access(AuthorizationManagers.anyOf(
                                hasToken(token), AuthorityAuthorizationManager.hasRole(Role.OPERATOR.name())))
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .addFilterBefore(new StillAllowed(users, clock), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .requestCache(cache -> cache.disable())
                .headers(Headers::harden)
                .build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> hasToken(ScrapeToken token) {
        return (signedIn, context) ->
                new AuthorizationDecision(token.isIn(context.getRequest().getHeader(HttpHeaders.AUTHORIZATION)));
    }
}
