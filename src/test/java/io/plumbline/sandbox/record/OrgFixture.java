package io.plumbline.sandbox.record;

import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.store.StoredRecord;
import io.plumbline.sandbox.schema.PermissionSet;
import io.plumbline.sandbox.schema.SchemaReader;
import io.plumbline.sandbox.setup.OrgSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small org that stands at one instant, and short words for tests that write to it. */
public final class OrgFixture {

    public static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");

    private final SchemaReader.Deployed deployed;
    public final Org org;

    public OrgFixture() {
        this(OrgSettings.plain());
    }

    public OrgFixture(OrgSettings settings) {
        this(settings, SchemaReader.read(Path.of("salesforce-metadata"), settings.multiCurrency()));
    }

    private OrgFixture(OrgSettings settings, SchemaReader.Deployed deployed) {
        this.deployed = deployed;
        PermissionSet integration = deployed.permissionSets().get("Plumbline_Integration");
        this.org = new Org(settings, deployed.schema(), integration, VirtualClock.standing(NOW));
    }

    /** Fields as name, value, name, value. */
    public static Map<String, @Nullable Object> fields(@Nullable Object... pairs) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return fields;
    }

    public SaveResult tryCreate(String object, @Nullable Object... pairs) {
        return org.create(org.administrator(), List.of(RecordInput.of(object, fields(pairs))), false)
                .getFirst();
    }

    public SaveResult tryUpdate(String object, String id, @Nullable Object... pairs) {
        return org.update(org.administrator(), List.of(RecordInput.of(object, id, fields(pairs))), false)
                .getFirst();
    }

    /** Creates a record as the administrator and gives its Id. */
    public String create(String object, @Nullable Object... pairs) {
        SaveResult result = tryCreate(object, pairs);
        return result.recordId()
                .orElseThrow(() -> new AssertionError(result.errors().toString()));
    }

    public void update(String object, String id, @Nullable Object... pairs) {
        SaveResult result = tryUpdate(object, id, pairs);
        if (!result.success()) {
            throw new AssertionError(result.errors().toString());
        }
    }

    public StoredRecord stored(String id) {
        return org.read(records -> records.find(id)).orElseThrow();
    }
}
