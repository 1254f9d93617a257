package io.plumbline.sandbox.seed;

import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.seed.load.SeedReport;
import io.plumbline.sandbox.setup.OrgSettings;
import java.util.List;
import java.util.Map;

/** A new org as it is handed over: its users, stages, task statuses and currency, and no record of business. */
public record EmptySeed() implements Seed {

    @Override
    public OrgSettings settings() {
        return OrgSettings.plain();
    }

    @Override
    public SeedReport fill(Org org) {
        return new SeedReport("empty", Map.of(), List.of());
    }
}
