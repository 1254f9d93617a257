package io.plumbline.ops.access;

import io.plumbline.config.ConsoleSettings;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/**
 * Who is let in to what Plumbline serves, each kind of door by a filter chain of its own: the API (order 10, with the API),
 * the measurements ({@link ActuatorAccess}, order 20), and the pages, which take everything else ({@link ConsoleAccess},
 * order 100).
 */
@Configuration(proxyBeanMethods = false)
@Import({ActuatorAccess.class, ConsoleAccess.class, SignInPage.class})
public class AccessConfiguration {

    @Bean
    LocalUsers localUsers(JdbcClient database, Clock clock) {
        return new LocalUsers(database, PasswordEncoderFactories.createDelegatingPasswordEncoder(), clock);
    }

    @Bean
    Audit audit(JdbcClient database, Clock clock) {
        return new Audit(database, clock);
    }

    @Bean
    OneTimeLink oneTimeLink(Clock clock) {
        return new OneTimeLink(clock, new SecureRandom());
    }

    @Bean
    ScrapeToken scrapeToken(ConsoleSettings settings) {
        return new ScrapeToken(settings.scrapeToken());
    }

    /** The only one who looks at passwords, in every chain. */
    @Bean
    LimitedSignIn passwords(LocalUsers users, Clock clock) {
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(users::signIn);
        passwords.setPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        return new LimitedSignIn(passwords, new SignInLimits(clock));
    }

    /** Whoever signs in also sees to it that nothing is kept for longer than the journal is. */
    @Bean
    ApplicationListener<InteractiveAuthenticationSuccessEvent> signInsAreAudited(
            Audit audit, io.plumbline.config.Configuration configuration, Clock clock) {
        return event -> {
            audit.forget(clock.instant().minus(configuration.connector().keepJournal()));
            audit.record(Visitor.of(event.getAuthentication()), Audit.Deed.SIGNED_IN, "");
        };
    }
}
