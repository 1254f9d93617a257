package io.plumbline.change.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.change.Change;
import io.plumbline.change.ChangeJson;
import io.plumbline.change.Given;
import io.plumbline.crm.RecordId;
import io.plumbline.journal.JournalDatabase;
import io.plumbline.journal.Standing;
import io.plumbline.journal.Standings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What earlier versions remembered of a task that an account asks for stood in its text alone. */
class WantedTasksFromBeforeTest {

    private static final RecordId ORG = RecordId.of("00D000000000001");

    @Test
    void migrationReadsFromTheTextWhatRanksATask() throws IOException {
        JournalDatabase database = JournalDatabase.empty();
        Standings standings = new Standings(database.template(), database.transaction());
        Change.TaskCreation task = new Change.TaskCreation(
                Given.ACCOUNT, "k", Given.OWNER, "\"due\":\"1999-09-09\"", "due", "p", Given.DAY, "\"due\":\"");
        Standing.Wanted wanted = Asked.of(task, 12.5).wanted();
        standings.replace(
                ORG,
                List.of(new Standing(
                        Given.ACCOUNT,
                        "",
                        "",
                        "RED",
                        "STALE",
                        1,
                        12.5,
                        "",
                        "",
                        false,
                        Set.of(),
                        List.of(),
                        List.of(new Standing.Wanted.InFull(wanted, ChangeJson.write(task))))),
                Set.of());
        database.client()
                .sql("update journal_wanted_task set attention = 0, due_on = date '2000-01-01'")
                .update();

        database.client().sql(filling()).update();

        assertThat(standings.tasks().wanted(ORG, Set.of(Given.OWNER))).containsExactly(wanted);
    }

    private static String filling() throws IOException {
        try (InputStream script =
                WantedTasksFromBeforeTest.class.getResourceAsStream("/db/migration/V115__wanted_tasks_by_row.sql")) {
            return Arrays.stream(new String(script.readAllBytes(), StandardCharsets.UTF_8).split(";"))
                    .map(String::strip)
                    .filter(statement -> statement.startsWith("update"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
