package io.plumbline.flow;

import io.plumbline.crm.RecordId;
import io.plumbline.flow.checking.CheckedOrg;
import io.plumbline.flow.checking.OrgCheck;
import io.plumbline.flow.judging.JudgedOrg;
import io.plumbline.flow.judging.Judging;
import io.plumbline.flow.reading.OrgReading;
import io.plumbline.flow.reading.ReadOrg;
import io.plumbline.flow.writing.Conclusion;
import io.plumbline.flow.writing.Writing;
import io.plumbline.flow.writing.WrittenOrg;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.integration.dsl.IntegrationFlow;

/** One run from the org to the org, a named step each. Messages carry what a step found out, the database the rest. */
@Configuration(proxyBeanMethods = false)
class SyncFlow {

    /** Check the org, read it, judge it, write what changed, and tell what happened. */
    @Bean
    IntegrationFlow sync(OrgCheck check, OrgReading reading, Judging judging, Writing writing, Conclusion conclusion) {
        return IntegrationFlow.from(SyncGateway.class, gateway -> gateway.beanName("syncGateway"))
                .handle(SyncRequest.class, (request, headers) -> check.check(request), step -> step.id("checkOrg"))
                .handle(CheckedOrg.class, (checked, headers) -> reading.read(checked), step -> step.id("readOrg"))
                .handle(ReadOrg.class, (read, headers) -> judging.judge(read), step -> step.id("judgeAccounts"))
                .handle(JudgedOrg.class, (judged, headers) -> writing.write(judged), step -> step.id("writeChanges"))
                .handle(WrittenOrg.class, (written, headers) -> conclusion.of(written), step -> step.id("conclude"))
                .get();
    }

    /** Somebody asks for one account: make a request of it and run that as any other, when its turn comes. */
    @Bean
    @DependsOn("sync") // whose entrance is a bean only when the flow is
    IntegrationFlow accountOnDemand(Sync sync) {
        return IntegrationFlow.from(AccountGateway.class, gateway -> gateway.beanName("accountGateway"))
                .handle(
                        RecordId.class,
                        (account, headers) -> SyncRequest.ofAccounts(Set.of(account)),
                        step -> step.id("askForOneAccount"))
                .handle(
                        SyncRequest.class,
                        (request, headers) -> sync.runSoon(request),
                        step -> step.id("judgeOneAccount"))
                .get();
    }
}
