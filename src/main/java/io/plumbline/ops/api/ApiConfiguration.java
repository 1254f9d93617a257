package io.plumbline.ops.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The HTTP API and who may reach it. */
@Configuration(proxyBeanMethods = false)
@Import(ApiDocument.class)
public class ApiConfiguration {

    /** Without a session there is nothing that a forged form could ride on. */
    @Bean
    @Order(10)
    SecurityFilterChain apiAccess(HttpSecurity http) {
        return http.securityMatcher("/api/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .build();
    }
}
