package io.plumbline.ops.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The filter chains of what Plumbline serves. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

    /** The pages, for this machine alone. */
    @Bean
    @Order(100)
    SecurityFilterChain consoleAccess(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
