package io.plumbline.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.AssessmentModel;
import io.plumbline.assess.Band;
import io.plumbline.config.Configuration;
import io.plumbline.config.mapping.Result;
import io.plumbline.crm.FieldValue;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.json.DossierJson;
import io.plumbline.dossier.json.DossierLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Every golden dossier judged and planned with the configuration that ships, poor data and odd text included. */
class GoldenAccountsTest {

    private static final Path DOSSIERS = Path.of("..", "shared", "golden", "dossiers.jsonl");

    private final Configuration shipped = Configuration.shipped();
    private final AssessmentModel model = new AssessmentModel(shipped.policy());
    private final ChangePlanner planner = new ChangePlanner(
            ChangePolicy.of(
                    Stream.of(Result.values()).map(this::target).toList(),
                    shipped.tasks(),
                    true,
                    shipped.connector().write().minScoreChange(),
                    Optional.empty()),
            Given.people());

    @Test
    void everyGoldenAccountIsWrittenOnceAndThenLeftAlone() throws IOException {
        assumeTrue(Files.exists(DOSSIERS), "the golden files are not beside this clone");
        DossierJson json = new DossierJson();
        List<String> lines = Files.readAllLines(DOSSIERS);
        for (String line : lines) {
            Assessment verdict = assess(json.read(line));
            ChangeSet first = planner.plan(verdict, Given.context(), Given.nothingWritten(), Given.NOW);
            KnownState known = Given.after(Given.nothingWritten(), first);

            assertThat(first.held()).isEmpty();
            assertThat(first.accountUpdate()).isPresent();
            assertThat(planner.plan(verdict, Given.context(), known, Given.NOW).changes())
                    .as(line.substring(0, Math.min(line.length(), 200)))
                    .isEmpty();
            String detail = known.fields().get(Given.field(Result.DETAIL)).toString();
            assertThat(JsonMapper.shared().readTree(detail).path("cut").asBoolean(false))
                    .as("the shipped detail field is long enough")
                    .isFalse();
            assertThat(known.fields().get(Given.field(Result.BAND))).isNotEqualTo(FieldValue.EMPTY);
        }
        assertThat(lines).hasSizeGreaterThan(200);
    }

    private TargetField target(Result result) {
        TargetField given = Given.target(result);
        return new TargetField(shipped.mapping().result(result).orElseThrow(), given.length(), given.digits());
    }

    private Assessment assess(DossierLine line) {
        Dossier dossier = line.dossier();
        Assessment verdict =
                model.assess(dossier, line.previousBand().map(Band::valueOf).orElse(null));
        // The golden accounts carry names where Salesforce has Ids.
        return new Assessment(
                Given.ACCOUNT.value(),
                verdict.asOf(),
                verdict.planId(),
                verdict.currency(),
                verdict.thoroughness(),
                verdict.vetting(),
                verdict.execution(),
                verdict.roles(),
                verdict.health(),
                verdict.money(),
                verdict.findings(),
                verdict.reasons());
    }
}
