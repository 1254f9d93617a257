package io.plumbline.sandbox.seed;

import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.VirtualClock;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.SchemaReader;
import io.plumbline.sandbox.setup.OrgSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** New orgs with the shipped metadata, standing still at one instant. */
public final class Orgs {

    public static final Instant NOW = Instant.parse("2026-06-30T10:00:00Z");

    private Orgs() {}

    public static Org standing(OrgSettings settings) {
        return standing(settings, NOW);
    }

    public static Org standing(OrgSettings settings, Instant now) {
        SchemaReader.Deployed deployed = SchemaReader.read(Path.of("salesforce-metadata"), settings.multiCurrency());
        return new Org(
                settings,
                deployed.schema(),
                Objects.requireNonNull(deployed.permissionSets().get("Plumbline_Integration")),
                VirtualClock.standing(now));
    }

    public static StoredRecord record(Org org, String object, String id) {
        return found(org, object, id).orElseThrow(() -> new AssertionError("no " + object + " " + id));
    }

    public static Optional<StoredRecord> found(Org org, String object, String id) {
        return org.retrieve(org.administrator(), object, List.of(id)).getFirst();
    }

    /** All records of the object that were made or changed at the org's present, in the order of their Ids. */
    public static List<StoredRecord> fresh(Org org, String object) {
        Instant now = org.clock().instant();
        List<String> ids = org
                .getUpdated(org.administrator(), object, now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)))
                .ids()
                .stream()
                .sorted()
                .toList();
        return org.retrieve(org.administrator(), object, ids).stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
