package io.plumbline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.journal.Run;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that would do too much shows its numbers, and goes on only when somebody looked at them. */
class AcceptTest {

    @TempDir
    private static Path folder;

    private final SmallOrg org = new SmallOrg();

    @AfterEach
    void close() {
        org.close();
    }

    @Trap("H9")
    @Test
    void runBeyondTheBoundsWritesNothingUntilItIsAccepted() throws IOException {
        Connector connector = new Connector(org.sandbox, bounded());
        connector.sync();
        org.update("Account", org.acme, "Plumbline_Band__c", "Green");
        org.update("Account", org.brook, "Plumbline_Band__c", "Green");
        later();

        SyncSummary stopped = connector.sync();

        assertThat(stopped.status()).isEqualTo(SyncSummary.Status.PARTIAL);
        assertThat(org.sandbox.journal().effects()).isEmpty();
        Run run = connector.runs().latest(connector.org(), 1).getFirst();
        assertThat(stopped.problems())
                .singleElement()
                .asString()
                .contains("Nothing was written: of 3 accounts judged", "plumbline sync --accept " + run.id());

        later();
        SyncSummary accepted = connector.accepting(run.id().value());

        assertThat(accepted.status()).as("%s", accepted.problems()).isEqualTo(SyncSummary.Status.COMPLETE);
        assertThat(org.sandbox.journal().effects()).isNotEmpty();
    }

    /** Whoever accepted little did not accept much. */
    @Test
    void acceptedNumbersCoverNoLargerOnes() throws IOException {
        Connector connector = new Connector(org.sandbox, bounded());
        connector.sync();
        org.update("Account", org.brook, "Plumbline_Band__c", "Green");
        later();
        connector.sync();
        long run = connector.runs().latest(connector.org(), 1).getFirst().id().value();
        org.update("Account", org.acme, "Plumbline_Band__c", "Green");
        org.update("Account", org.cedar, "Plumbline_Band__c", "Green");
        later();

        assertThat(connector.accepting(run).status()).isEqualTo(SyncSummary.Status.PARTIAL);
        assertThat(org.sandbox.journal().effects()).isEmpty();
    }

    @Test
    void runThatDidNotStopCannotBeAccepted() throws IOException {
        Connector connector = new Connector(org.sandbox, bounded());
        connector.sync();
        org.update("Account", org.brook, "Plumbline_Band__c", "Green");
        later();

        SyncSummary refused = connector.accepting(1);

        assertThat(refused.status()).isEqualTo(SyncSummary.Status.REFUSED);
        assertThat(refused.problems()).singleElement().asString().contains("Run 1 is none of this org that stopped");
        assertThat(org.sandbox.journal().effects()).isEmpty();
    }

    private void later() {
        org.goOn(Duration.ofMinutes(20));
        org.sandbox.journal().reset();
    }

    private static Configuration bounded() throws IOException {
        Files.writeString(
                folder.resolve("connector.yaml"),
                Files.readString(Path.of("connector-config/connector.yaml"))
                        .replaceAll("changedShare: 0.5 ", "changedShare: 0.1 ")
                        .replaceAll("fromAccounts: 20 ", "fromAccounts: 1 "));
        return Configuration.load(Optional.of(folder));
    }
}
