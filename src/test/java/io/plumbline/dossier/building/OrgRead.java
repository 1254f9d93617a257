package io.plumbline.dossier.building;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.dossier.AccountDossier;
import io.plumbline.dossier.Visibility;
import io.plumbline.extract.ExtractReport;
import io.plumbline.extract.Extraction;
import io.plumbline.mirror.Mirror;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.soap.WscOrg;
import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.sandbox.record.Org;
import io.plumbline.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/** An org of the sandbox that is read over the wire, as often as asked, and the dossiers that come of it. */
final class OrgRead implements AutoCloseable {

    private final Sandbox sandbox;
    private final SalesforceOrg salesforce;
    private final Extraction extraction;
    final Mirror mirror = new Mirror(TestDatabase.migrated());
    final Dossiers dossiers;

    OrgRead(Org org) {
        this(org, Configuration.shipped());
    }

    OrgRead(Org org, Configuration configuration) {
        try {
            sandbox = Sandbox.start(org, SandboxOptions.defaults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        salesforce = WscOrg.open(
                new SignIn.ClientCredentials(
                        URI.create(sandbox.instanceUrl()), sandbox.clientId(), sandbox.clientSecret()),
                sandbox.clock());
        extraction = new Extraction(configuration.mapping(), configuration.connector(), mirror);
        dossiers = new Dossiers(mirror, configuration.mapping(), configuration.policy());
    }

    /** Reads the org to its end. */
    ExtractReport read() {
        ExtractReport report = extraction.run(salesforce);
        assertThat(report.isPartial()).isFalse();
        return report;
    }

    /** Reads the org, and gives the dossiers of that day. */
    List<AccountDossier> dossiers(LocalDate day) {
        read();
        return dossiers.stream(salesforce.identity().orgId(), day, id -> List.of())
                .toList();
    }

    /** Reads the org, and gives the dossier of its only account. */
    AccountDossier only(LocalDate day) {
        List<AccountDossier> all = dossiers(day);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    Visibility visibility(LocalDate day) {
        return dossiers.visibility(salesforce.identity().orgId(), day);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
