package io.plumbline.sandbox;

import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.VirtualClock;
import io.plumbline.sandbox.schema.PermissionSet;
import io.plumbline.sandbox.schema.SchemaReader;
import io.plumbline.sandbox.seed.Seed;
import io.plumbline.sandbox.seed.load.SeedReport;
import io.plumbline.sandbox.setup.OrgSettings;

/**
 * A new org with the shipped metadata deployed, its integration user granted what the permission set grants, and the
 * records of a seed.
 */
public record SeededOrg(Org org, SeedReport report) {

    private static final String INTEGRATION = "Plumbline_Integration";

    /**
     * @param clock the org's clock; a seed tells its stories up to this clock's today
     * @throws io.plumbline.sandbox.seed.SeedFailedException when there is nothing to load
     */
    public static SeededOrg of(Seed seed, VirtualClock clock) {
        OrgSettings settings = seed.settings();
        SchemaReader.Deployed deployed = SchemaReader.fromClassPath(settings.multiCurrency());
        PermissionSet granted = deployed.permissionSets().get(INTEGRATION);
        if (granted == null) {
            throw new IllegalStateException("salesforce-metadata has no permission set " + INTEGRATION);
        }
        Org org = new Org(settings, deployed.schema(), granted, clock);
        return new SeededOrg(org, seed.fill(org));
    }
}
