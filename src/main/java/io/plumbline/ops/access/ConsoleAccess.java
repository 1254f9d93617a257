package io.plumbline.ops.access;

import io.plumbline.config.ConsoleSettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** The pages: for viewers to look at, for operators to press buttons on, and for nobody else. */
@Configuration(proxyBeanMethods = false)
class ConsoleAccess {

    private static final String REFUSED = WayIn.PAGE + "?because=refused";
    private static final String OTHER_REFUSED = WayIn.PAGE + "?because=provider";
    private static final String LINK_REFUSED = WayIn.PAGE + "?because=link";
    private static final String SIGNED_OUT = WayIn.PAGE + "?because=signed-out";
    private static final String SIGNED_OUT_HERE = WayIn.PAGE + "?because=signed-out-here";

    @Bean
    @Order(100)
    SecurityFilterChain console(
            HttpSecurity http,
            ConsoleSettings settings,
            LocalUsers users,
            OneTimeLink link,
            ApplicationEventPublisher events,
            Clock clock) {
        HttpSessionCsrfTokenRepository forms = new HttpSessionCsrfTokenRepository();
        http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, WayIn.PAGE, "/plumbline.css")
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/audit", "/previews/**")
                                .hasRole(Role.OPERATOR.name())
                                .requestMatchers(HttpMethod.GET)
                                .hasRole(Role.VIEWER.name())
                                .anyRequest()
                                .hasRole(Role.OPERATOR.name()))
                .formLogin(form -> form.loginPage(WayIn.PAGE).failureUrl(REFUSED))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessHandler(ConsoleAccess::signedOut))
                .csrf(csrf -> csrf.csrfTokenRepository(forms))
                .addFilterBefore(signInByLink(link, forms, events), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new StillAllowed(users, clock), AnonymousAuthenticationFilter.class)
                .requestCache(cache -> cache.requestCache(pagesAlone()))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(new WayIn()))
                .headers(Headers::harden);
        settings.oidc()
                .map(Provider::new)
                .ifPresent(provider -> http.oauth2Login(login -> login.loginPage(WayIn.PAGE)
                        .clientRegistrationRepository(provider.registrations())
                        .failureUrl(OTHER_REFUSED)
                        .userInfoEndpoint(people -> people.oidcUserService(provider.people()))));
        return http.build();
    }

    /** What the provider keeps is the company's: it is not ended from here, but whoever goes must know that it goes on. */
    private static void signedOut(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication signedIn)
            throws IOException {
        boolean byProvider = signedIn != null && signedIn.getPrincipal() instanceof OidcUser;
        new DefaultRedirectStrategy().sendRedirect(request, response, byProvider ? SIGNED_OUT_HERE : SIGNED_OUT);
    }

    private static OneTimeLinkFilter signInByLink(
            OneTimeLink link, HttpSessionCsrfTokenRepository forms, ApplicationEventPublisher events) {
        OneTimeLinkFilter filter = new OneTimeLinkFilter(link);
        filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        filter.setSessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(forms))));
        filter.setAuthenticationFailureHandler(new SimpleUrlAuthenticationFailureHandler(LINK_REFUSED));
        filter.setApplicationEventPublisher(events);
        return filter;
    }

    /** Only a whole page is gone to after signing in; never an address that came with the request. */
    private static HttpSessionRequestCache pagesAlone() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(WayIn::asksForAPage);
        return cache;
    }
}
