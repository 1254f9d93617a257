package io.plumbline.ops.api;

import io.plumbline.flow.AccountGateway;
import io.plumbline.flow.LatestVerdicts;
import io.plumbline.flow.OrgDoor;
import io.plumbline.flow.Portfolio;
import io.plumbline.journal.Answers;
import io.plumbline.ops.api.admission.ApiAccess;
import io.plumbline.ops.api.admission.SeenRequests;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The HTTP API that the Salesforce package calls. */
@Configuration(proxyBeanMethods = false)
@Import({ApiDocument.class, ApiAccess.class, ProblemAdvice.class})
public class ApiConfiguration implements WebMvcConfigurer {

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new StrictJson());
    }

    @Bean
    AccountController accountController(
            Portfolio portfolio,
            OrgDoor door,
            LatestVerdicts verdicts,
            SeenRequests seen,
            AccountGateway accounts,
            Answers answers,
            Clock clock) {
        return new AccountController(
                new RequestCheck(clock),
                new Admission(
                        new ConnectedOrg(
                                portfolio::org, () -> door.open().identity().orgId()),
                        verdicts,
                        seen),
                new Judge(accounts),
                answers,
                clock);
    }
}
