package io.plumbline.ops.api.admission;

import io.plumbline.config.Configuration;
import io.plumbline.ops.api.token.Tokens;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Who may reach the HTTP API. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class ApiAccess {

    @Bean
    Tokens apiTokens(JdbcClient database, Clock clock) {
        return new Tokens(database, clock);
    }

    @Bean
    SeenRequests seenRequests(JdbcClient database, Clock clock) {
        return new SeenRequests(database, clock);
    }

    /** Without a session and a cookie there is nothing that a forged form could ride on. */
    @Bean
    @Order(10)
    SecurityFilterChain apiChain(HttpSecurity http, Tokens tokens, Configuration configuration, Clock clock) {
        RequestRate rate = new RequestRate(configuration.connector().requestsPerMinute(), clock);
        return http.securityMatcher("/api/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .addFilterBefore(new TokenFilter(tokens, rate), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }
}
