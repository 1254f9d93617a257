package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.plumbline.config.Configuration;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.AccountDossier;
import io.plumbline.dossier.Opportunity;
import io.plumbline.dossier.building.Dossiers;
import io.plumbline.mirror.Mirror;
import io.plumbline.ops.storage.DataFolder;
import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.sandbox.SeededOrg;
import io.plumbline.sandbox.record.VirtualClock;
import io.plumbline.sandbox.seed.Seed;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on a sales history that nobody here wrote: 8,800 opportunities of 85 accounts. */
class RealSalesHistoryTest {

    private static final Path HISTORY = Path.of("..", "shared", "fixtures", "crm", "maven-salesforce");
    private static final LocalDate END_OF_2017 = LocalDate.parse("2017-12-31");

    @TempDir
    Path data;

    @Test
    void everyAccountIsJudgedAndEverySumAgreesWithTheFile() throws IOException {
        assumeThat(HISTORY).as("needs the sales history in ../shared").exists();
        SeededOrg seeded = SeededOrg.of(
                Seed.named(HISTORY.toString()), VirtualClock.standing(Instant.parse("2026-06-30T06:00:00Z")));

        try (Sandbox sandbox = Sandbox.start(seeded.org(), SandboxOptions.defaults())) {
            ShellRun run = ShellRun.of(ShellRun.environment(sandbox, data), "sync", "--as-of", END_OF_2017.toString());

            assertThat(run.exitCode()).as(run.said()).isZero();
            assertThat(run.out()).contains("as of 2017-12-31: complete, 85 accounts judged", "1,425 opportunities");
            assertThat(wonInTheMirror(seeded.org().organizationId())).isEqualTo(wonInTheFile());
            assertThat(wonInTheFile().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("10005534");
            assertThat(sandbox.journal().effects().stream()
                            .filter(effect -> effect.object().equals("Account")))
                    .hasSize(85);
        }
    }

    private Map<String, BigDecimal> wonInTheMirror(String org) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(DataFolder.databaseIn(data));
        database.setUser(DataFolder.DATABASE_USER);
        database.setPassword("");
        Configuration shipped = Configuration.shipped();
        Map<String, BigDecimal> won = new TreeMap<>();
        try (Stream<AccountDossier> dossiers = new Dossiers(new Mirror(database), shipped.mapping(), shipped.policy())
                .stream(RecordId.of(org), END_OF_2017, account -> List.of())) {
            dossiers.forEach(account -> account.dossier().opportunities().stream()
                    .filter(Opportunity::isWon)
                    .forEach(opportunity -> won.merge(
                            account.dossier().account().id(),
                            BigDecimal.valueOf(opportunity.amount()).stripTrailingZeros(),
                            RealSalesHistoryTest::plus)));
        }
        return won;
    }

    private static Map<String, BigDecimal> wonInTheFile() throws IOException {
        Map<String, BigDecimal> won = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(Files.newBufferedReader(HISTORY.resolve("Opportunity.csv")))) {
            rows.stream()
                    .filter(row -> row.getField("IsWon").equals("true"))
                    .forEach(row -> won.merge(
                            row.getField("AccountId"),
                            new BigDecimal(row.getField("Amount")).stripTrailingZeros(),
                            RealSalesHistoryTest::plus));
        }
        return won;
    }

    private static BigDecimal plus(BigDecimal one, BigDecimal other) {
        return one.add(other).stripTrailingZeros();
    }
}
