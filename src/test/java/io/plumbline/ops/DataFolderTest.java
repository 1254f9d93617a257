package io.plumbline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Environment;
import io.plumbline.ops.storage.DataFolder;
import io.plumbline.ops.storage.FoundDatabase;
import io.plumbline.sandbox.control.Fault;
import io.plumbline.sandbox.control.FaultRule;
import io.plumbline.testing.SmallOrg;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the folder with our data may meet, started as from a shell. */
class DataFolderTest {

    @TempDir
    Path data;

    private SmallOrg org;

    @BeforeEach
    void start() {
        org = new SmallOrg();
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    @Trap("K3")
    @DisplayName("of two syncs on one data folder at the same moment one works, and the other says so and ends")
    void keepsASecondSyncOut() {
        org.sandbox.faults().add(FaultRule.at(5, "soap.*", new Fault.Delay(Duration.ofSeconds(1))));

        List<ShellRun> runs = Stream.of(1, 2).map(any -> CompletableFuture.supplyAsync(this::sync)).toList().stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(runs).extracting(ShellRun::exitCode).containsExactlyInAnyOrder(0, 3);
        ShellRun second =
                runs.stream().filter(run -> run.exitCode() == 3).findFirst().orElseThrow();
        assertThat(second.err().lines()).hasSize(1);
        assertThat(second.err()).contains("in use by another Plumbline", data.toString(), "PLUMBLINE_DATA");
        assertThat(org.tasks()).hasSize(12);

        assertThat(sync().exitCode()).as("the folder is free again").isZero();
    }

    @Test
    @Trap("K3")
    @DisplayName(
            "instances on a database of its own share it and the machine: the folder is nobody's, and no task comes twice")
    void sharesADatabaseWithoutLockingTheFolder() throws SQLException, IOException {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try (DataFolder taken = DataFolder.open(Optional.of(data))) {
            Map<String, String> environment = ShellRun.environment(org.sandbox, data);
            environment.put(
                    "SPRING_DATASOURCE_URL",
                    "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:shared;DB_CLOSE_DELAY=-1");
            environment.put("SPRING_DATASOURCE_USERNAME", "sales");
            environment.put("SPRING_DATASOURCE_PASSWORD", "operations");

            assertThat(ShellRun.of(environment, "sync").exitCode()).isZero();
            List<ShellRun> runs = Stream.of(1, 2)
                    .map(any -> CompletableFuture.supplyAsync(() -> ShellRun.of(environment, "sync")))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(runs)
                    .allSatisfy(run -> assertThat(run.err())
                            .matches(said -> said.isEmpty() || said.contains("is at work on this org")));
            assertThat(runs).extracting(ShellRun::exitCode).contains(0).isSubsetOf(0, 3);
            assertThat(org.tasks()).hasSize(12);
            assertThat(data.resolve("plumbline.mv.db")).doesNotExist();
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @Trap("K7")
    @DisplayName("data that was cut or overwritten opens, or is refused in one sentence that says what to do")
    @CsvSource({"cut, 0", "cut, 1000", "cut, 0.3", "cut, 0.9", "rubbish, 0", "rubbish, 0.5", "rubbish, whole"})
    void saysWhatToDoWithDamagedData(String damage, String where) throws IOException {
        assertThat(sync().exitCode()).isZero();
        damage(damage, where);
        org.sandbox.journal().reset();

        ShellRun run = sync();

        if (run.exitCode() != 0) {
            assertThat(run.exitCode()).as(run.said()).isEqualTo(3);
            assertThat(run.said().replaceAll("\\s+", " "))
                    .contains("folder away", "no task is made twice")
                    .doesNotContain("Exception");
            move();
            assertThat(sync().exitCode()).isZero();
        }
        assertThat(org.sandbox.journal().effects())
                .as("nothing is made or written twice")
                .isEmpty();
    }

    @Test
    @DisplayName(
            "a check-up opens the file once for all its questions: to close it after each cost more than the questions")
    void opensTheFileOnceForACheckUp() {
        assertThat(sync().exitCode()).isZero();

        try (FoundDatabase found = FoundDatabase.open(Environment.read(ShellRun.environment(org.sandbox, data)))) {
            JdbcClient database = JdbcClient.create(found.database().orElseThrow());
            List<Integer> sessions = Stream.of(1, 2, 3)
                    .map(any -> database.sql("select session_id()")
                            .query(Integer.class)
                            .single())
                    .toList();
            String settled = database.sql("select setting_value from information_schema.settings"
                            + " where setting_name = 'MAX_COMPACT_TIME'")
                    .query(String.class)
                    .single();

            assertThat(sessions).containsOnly(sessions.getFirst());
            assertThat(settled).as("and leaves it as it was").isEqualTo("0");
        }
        assertThat(sync().exitCode()).as("the folder is free again").isZero();
    }

    @Test
    void folderThatCannotBeWrittenIsTheConfigurationsFault() throws IOException {
        Path file = Files.writeString(data.resolve("file"), "no folder");
        Map<String, String> environment = ShellRun.environment(org.sandbox, file.resolve("below"));

        ShellRun run = ShellRun.of(environment, "sync");

        assertThat(run.exitCode()).as(run.said()).isEqualTo(4);
        assertThat(run.err()).contains("cannot be written to", "PLUMBLINE_DATA");
        assertThat(run.err().lines()).hasSize(1);
    }

    private ShellRun sync() {
        return ShellRun.of(ShellRun.environment(org.sandbox, data), "sync");
    }

    private void damage(String damage, String where) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(database().toFile(), "rw")) {
            long length = file.length();
            long at = where.equals("whole")
                    ? 0
                    : (long) (where.contains(".") ? Double.parseDouble(where) * length : Long.parseLong(where));
            if (damage.equals("cut")) {
                file.setLength(at);
            } else {
                byte[] rubbish = new byte[where.equals("whole") ? (int) length : 20_000];
                new Random(7).nextBytes(rubbish);
                file.seek(at);
                file.write(rubbish);
            }
        }
    }

    private void move() throws IOException {
        Files.move(database(), data.resolve("moved away"));
    }

    private Path database() {
        return data.resolve("plumbline.mv.db");
    }
}
