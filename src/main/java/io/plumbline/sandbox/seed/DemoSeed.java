package io.plumbline.sandbox.seed;

import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.seed.demo.DemoOrg;
import io.plumbline.sandbox.seed.load.SeedReport;
import io.plumbline.sandbox.setup.OrgSettings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
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
        ZoneId zone = org.settings().zone();
        return new DemoOrg(LocalDate.ofInstant(org.clock().instant(), zone), zone).fill(org);
    }

    /** The name of the story that each account lives through, by the account's name. */
    public static Map<String, String> stories() {
        return DemoOrg.stories();
    }

    /** What the assessment should make of each story, in one sentence, by the story's name. */
    public static Map<String, String> morals() {
        return DemoOrg.morals();
    }
}
