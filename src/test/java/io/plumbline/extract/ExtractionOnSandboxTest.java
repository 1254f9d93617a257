package io.plumbline.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.plumbline.config.Configuration;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.AccountDossier;
import io.plumbline.dossier.Opportunity;
import io.plumbline.dossier.building.Dossiers;
import io.plumbline.mirror.Mirror;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.soap.WscOrg;
import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.sandbox.record.OrgFixture;
import io.plumbline.sandbox.seed.DemoSeed;
import io.plumbline.sandbox.seed.FolderSeed;
import io.plumbline.sandbox.seed.Seed;
import io.plumbline.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** From the wire to the dossier, over an org that shares no code with it. */
class ExtractionOnSandboxTest {

    private final Configuration shipped = Configuration.shipped();
    private final Mirror mirror = new Mirror(TestDatabase.migrated());
    private final Extraction extraction = new Extraction(shipped.mapping(), shipped.connector(), mirror);
    private final Dossiers dossiers = new Dossiers(mirror, shipped.mapping(), shipped.policy());

    @Test
    void readsTheDemoOrgOnceAndThenHardlyAnything() throws IOException {
        Seed seed = new DemoSeed();
        OrgFixture fixture = new OrgFixture(seed.settings());
        seed.fill(fixture.org);
        try (Sandbox sandbox = Sandbox.start(fixture.org, SandboxOptions.defaults())) {
            SalesforceOrg org = signIn(sandbox);
            Readiness readiness = extraction.preflight(org);
            assertThat(readiness.problems()).isEmpty();
            assertThat(readiness.gaps()).isEmpty();

            ExtractReport first = extraction.run(org, readiness);
            assertThat(first.isPartial()).isFalse();
            assertThat(first.warnings()).isEmpty();

            RecordId orgId = org.identity().orgId();
            LocalDate today =
                    LocalDate.ofInstant(org.serverTime(), org.identity().timeZone());
            List<AccountDossier> all =
                    dossiers.stream(orgId, today, id -> List.of()).toList();
            assertThat(all).hasSize((int) first.source("account").orElseThrow().rows());
            assertThat(all)
                    .isSortedAccordingTo((a, b) -> a.dossier()
                            .account()
                            .id()
                            .compareTo(b.dossier().account().id()));
            assertThat(all)
                    .anySatisfy(found -> assertThat(found.dossier().plans()).isNotEmpty());
            assertThat(all)
                    .anySatisfy(
                            found -> assertThat(found.dossier().interactions()).isNotEmpty());
            assertThat(all)
                    .anySatisfy(found ->
                            assertThat(found.dossier().activityCapture()).isFalse());

            sandbox.clock().advance(Duration.ofHours(1));
            // What was written at the moment of the first run, the org's own users, lies in the overlap of the second.
            assertThat(extraction.run(org).source("account").orElseThrow().rows())
                    .isZero();
            sandbox.clock().advance(Duration.ofHours(1));
            assertThat(extraction.run(org).sources())
                    .filteredOn(source -> source.rows() > 0)
                    .extracting(SourceReport::source)
                    .containsOnly("team", "currencies");
            assertThat(dossiers.stream(orgId, today, id -> List.of()).toList()).isEqualTo(all);
        }
    }

    @Test
    void findsTheWonAmountsOfARealSalesHistoryAndReportsWhatHangsOnNoAccount() throws IOException {
        Path folder = Path.of("..", "shared", "fixtures", "crm", "maven-salesforce");
        assumeThat(folder).as("the sales history beside the project").exists();
        Seed seed = new FolderSeed(folder);
        OrgFixture fixture = new OrgFixture(seed.settings());
        seed.fill(fixture.org);
        try (Sandbox sandbox = Sandbox.start(fixture.org, SandboxOptions.defaults())) {
            SalesforceOrg org = signIn(sandbox);
            ExtractReport report = extraction.run(org);

            assertThat(report.isPartial()).isFalse();
            SourceReport deals = report.source("opportunities").orElseThrow();
            assertThat(deals.rows()).isEqualTo(8800);
            assertThat(deals.withoutAccount()).isEqualTo(1425);
            List<AccountDossier> all = dossiers.stream(
                            org.identity().orgId(), LocalDate.of(2017, 12, 31), id -> List.of())
                    .toList();
            assertThat(all).hasSize(85);
            assertThat(all.stream()
                            .flatMap(found -> found.dossier().opportunities().stream())
                            .filter(Opportunity::isWon)
                            .map(Opportunity::amount)
                            .filter(Objects::nonNull)
                            .mapToDouble(Double::doubleValue)
                            .sum())
                    .isEqualTo(10_005_534);
        }
    }

    private static SalesforceOrg signIn(Sandbox sandbox) {
        return WscOrg.open(
                new SignIn.ClientCredentials(
                        URI.create(sandbox.instanceUrl()), sandbox.clientId(), sandbox.clientSecret()),
                Clock.systemUTC());
    }
}
