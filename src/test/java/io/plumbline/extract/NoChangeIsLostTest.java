package io.plumbline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.Configuration;
import io.plumbline.config.connector.ConnectorConfig;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.RecordId;
import io.plumbline.extract.reading.SourceQuery;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.MirrorRow;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.transport.BulkThresholds;
import io.plumbline.salesforce.transport.ChosenTransport;
import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxOptions;
import io.plumbline.sandbox.record.OrgFixture;
import io.plumbline.sandbox.soql.ResultRow;
import io.plumbline.sandbox.soql.Soql;
import io.plumbline.testing.TestDatabase;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * People work in an org while it is read: rows become visible late, share a stamp, are deleted, come back, are merged,
 * purged, hidden and shown; sessions end, cursors die, queries take too long, fields come into sight. Whenever they pause,
 * the mirror holds what the integration user can see, no more and no less, field by field.
 *
 * <p>{@code -Dplumbline.changes=100000 -Dplumbline.seed=1} for the long form, see performance.md.
 */
@Tag("sweep")
class NoChangeIsLostTest {

    private static final long CHANGES = Long.getLong("plumbline.changes", 2500);
    private static final long SEED = Long.getLong("plumbline.seed", 20261122);

    /** The more people do during one reading, the fewer readings are compared. */
    private static final long MOST_DURING_A_SYNC = 500;

    private final Configuration shipped = Configuration.shipped();
    private final Mirror mirror = new Mirror(TestDatabase.migrated());

    @Test
    @Trap({"B1", "B8", "B10", "C1", "C2", "C6", "C9", "C10", "C11", "G1", "G3", "G4", "G5", "G7", "K12"})
    void mirrorHoldsWhatTheIntegrationUserCanSeeWheneverThingsPause() throws IOException {
        ConnectorConfig config = shipped.connector();
        ConnectorConfig trusting = new ConnectorConfig(
                null,
                null,
                config.schedule(),
                new ConnectorConfig.ReadPolicy(1, 0),
                config.write(),
                config.api(),
                config.keep());
        Extraction extraction = new Extraction(shipped.mapping(), trusting, mirror);
        OrgFixture fixture = new OrgFixture();
        try (Sandbox sandbox =
                Sandbox.start(fixture.org, SandboxOptions.defaults().withDailyApiCalls(100_000_000))) {
            sandbox.levers().mostRowsPerPage(20);
            BusyPeople people = new BusyPeople(sandbox, SEED);
            people.permit("Opportunity", "Plumbline_Source__c", false);
            ChosenTransport quiet = ChosenTransport.open(
                    new SignIn.ClientCredentials(
                            URI.create(sandbox.instanceUrl()), sandbox.clientId(), sandbox.clientSecret()),
                    Optional.empty(),
                    BulkThresholds.standard(),
                    sandbox.clock());
            int syncs = 0;
            int compared = 0;
            while (people.changes() < CHANGES) {
                boolean daily = compared % 2 == 1;
                people.slowThingsToo(daily);
                int eager = CHANGES > 10_000 ? 60 : 4;
                for (int busy = 0; busy < 2; busy++) {
                    long enough = people.changes() + MOST_DURING_A_SYNC;
                    extraction.run(new MovingOrg(quiet.forNewRun(), () -> {
                        for (int i = 0; i < eager && people.changes() < enough; i++) {
                            people.goOn();
                        }
                    }));
                    syncs++;
                    sandbox.clock().advance(Duration.ofMinutes(15));
                }
                people.rest();
                sandbox.clock().advance(daily ? Duration.ofHours(24) : Duration.ofMinutes(5));
                if (compared == 1) {
                    people.permit("Opportunity", "Plumbline_Source__c", true);
                }
                assertThat(extraction.run(quiet.forNewRun()).isPartial()).isFalse();
                syncs++;
                compared++;
                assertThat(differences(extraction, quiet, sandbox))
                        .as("seed %d, after %d changes and %d syncs", SEED, people.changes(), syncs)
                        .isEmpty();
                if (daily) {
                    // What is hidden hides what is moved below it, which no window shows; so access comes back first.
                    sandbox.levers().setup().sharing().shareAll();
                    sandbox.clock().advance(Duration.ofHours(24));
                    assertThat(extraction.run(quiet.forNewRun()).isPartial()).isFalse();
                    syncs++;
                    assertThat(differences(extraction, quiet, sandbox))
                            .as("seed %d, after access came back", SEED)
                            .isEmpty();
                }
            }
            System.out.printf(
                    "No change is lost: seed %d, %,d changes scripted, %d syncs, compared %d times: missing 0, extra 0,"
                            + " different 0%n",
                    SEED, people.changes(), syncs, compared);
        }
    }

    private List<String> differences(Extraction extraction, SalesforceOrg salesforce, Sandbox sandbox) {
        List<String> differences = new ArrayList<>();
        RecordId org = salesforce.identity().orgId();
        for (SourceQuery source : extraction.preflight(salesforce).sources()) {
            Map<String, Map<String, String>> there = there(source, sandbox);
            Map<String, Map<String, String>> here = new TreeMap<>();
            mirror.org(org)
                    .rows(source.source())
                    .forEach(row -> here.put(row.id().value(), content(row, source)));
            there.forEach((id, content) -> {
                if (!content.equals(here.get(id))) {
                    differences.add((here.containsKey(id) ? "different: " : "missing: ") + source.source() + " " + id
                            + " is " + content + ", mirrored as " + here.get(id));
                }
            });
            here.keySet().stream()
                    .filter(id -> !there.containsKey(id))
                    .forEach(id -> differences.add("extra: " + source.source() + " " + id));
            if (mirror.org(org).count(source.source()) != here.size()) {
                differences.add("counted otherwise: " + source.source() + " "
                        + mirror.org(org).count(source.source()) + " and not " + here.size());
            }
        }
        return differences;
    }

    /** As the org's own engine answers the integration user, with no code of ours in between. */
    private static Map<String, Map<String, String>> there(SourceQuery source, Sandbox sandbox) {
        List<String> fields = compared(source).map(FieldName::value).toList();
        List<String> conditions = new ArrayList<>();
        source.condition().ifPresent(condition -> conditions.add("(" + condition + ")"));
        boolean all = source.way() == SourceQuery.Way.WINDOW;
        if (all) {
            conditions.add("IsDeleted = false");
        }
        String soql = Stream.concat(Stream.of("Id"), fields.stream())
                        .collect(Collectors.joining(", ", "SELECT ", " FROM " + source.object()))
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
        Soql engine = new Soql(sandbox.org());
        Map<String, Map<String, String>> there = new TreeMap<>();
        for (ResultRow row : (all
                        ? engine.queryAll(sandbox.org().integrationUser(), soql)
                        : engine.query(sandbox.org().integrationUser(), soql))
                .rows()) {
            Map<String, String> content = new TreeMap<>();
            fields.forEach(field -> content.put(field, plain(row.get(field))));
            there.put(String.valueOf(row.get("Id")), content);
        }
        return there;
    }

    private static Map<String, String> content(MirrorRow row, SourceQuery source) {
        Map<String, String> content = new TreeMap<>();
        compared(source)
                .forEach(field -> content.put(
                        field.value(), plain(row.record().value(field).orElse(FieldValue.EMPTY))));
        return content;
    }

    private static Stream<FieldName> compared(SourceQuery source) {
        return Stream.of(source.fields().stream(), source.ownAccount().stream(), source.parent().stream())
                .flatMap(fields -> fields)
                .filter(field -> !List.of("Id", "SystemModstamp").contains(field.value()))
                .distinct();
    }

    private static String plain(@Nullable Object value) {
        if (value == null || value.equals(FieldValue.EMPTY)) {
            return "";
        }
        return switch (value) {
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case Integer number -> new BigDecimal(number).stripTrailingZeros().toPlainString();
            case FieldValue.Decimal decimal ->
                decimal.number().stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }
}
