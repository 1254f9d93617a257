package io.plumbline.ops.console;

import io.plumbline.flow.Sync;
import io.plumbline.journal.AccountList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of the console. Takes from outside a {@link PreviewMaker}. */
@Configuration(proxyBeanMethods = false)
@Import({
    Frame.class,
    ErrorPages.class,
    OverviewPage.class,
    AccountPages.class,
    RunPages.class,
    ProgressParts.class,
    Buttons.class,
    PreviewFile.class,
    AnswersPage.class,
    AuditPage.class
})
public class ConsoleConfiguration {

    @Bean
    Errands errands(Sync sync, PreviewMaker previews) {
        return new Errands(sync, previews);
    }

    @Bean
    AccountNames accountNames(AccountList accounts) {
        return new AccountNames(accounts);
    }
}
