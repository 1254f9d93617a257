package io.plumbline.sandbox.seed;

import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.seed.load.SeedReport;
import io.plumbline.sandbox.setup.OrgSettings;
import java.nio.file.Path;

/** What an org of the sandbox starts with. */
public interface Seed {

    /** What the org must be like for this seed: its zone and its currencies. */
    OrgSettings settings();

    /**
     * Fills a new org that was made with {@link #settings()}. "Today" is the day of the org's clock.
     *
     * @return what was loaded and what could not be
     * @throws SeedFailedException when there is nothing to load
     */
    SeedReport fill(Org org);

    /**
     * The seed of this name.
     *
     * @param name {@code demo}, {@code empty}, or the path of a folder of CSV or tree files
     * @throws SeedFailedException when it is neither of the two and no folder
     */
    static Seed named(String name) {
        return switch (name) {
            case "demo" -> new DemoSeed();
            case "empty" -> new EmptySeed();
            default -> FolderSeed.of(Path.of(name));
        };
    }
}
