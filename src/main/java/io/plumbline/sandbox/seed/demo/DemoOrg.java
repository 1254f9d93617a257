package io.plumbline.sandbox.seed.demo;

import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.seed.demo.Cast.Person;
import io.plumbline.sandbox.seed.demo.Ledger.Stamp;
import io.plumbline.sandbox.seed.load.SeedReport;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes the demo org: each customer lives through one story. Everything follows from the day it is written for, so the
 * same day gives the same records to the last character.
 */
public final class DemoOrg {

    private static final int SHUFFLE = 18;

    /** One customer's part. */
    private record Part(Company company, Story story, int tier) {}

    private final LocalDate today;
    private final ZoneId zone;

    /** @param today the last day of the history; what is planned lies after it */
    public DemoOrg(LocalDate today, ZoneId zone) {
        this.today = today;
        this.zone = zone;
    }

    /** The story of each account, by the account's name. */
    public static Map<String, String> stories() {
        Map<String, String> stories = new LinkedHashMap<>();
        parts().forEach(part -> stories.put(part.company().name(), part.story().name()));
        return Collections.unmodifiableMap(stories);
    }

    /** What each story should lead to, in one sentence, by the story's name. */
    public static Map<String, String> morals() {
        Map<String, String> morals = new LinkedHashMap<>();
        Stories.ALL.forEach(story -> morals.put(story.name(), story.moral()));
        return Collections.unmodifiableMap(morals);
    }

    /** Tells all stories and loads them. */
    public SeedReport fill(Org org) {
        return write(org).load();
    }

    /** Tells all stories. */
    Ledger write(Org org) {
        Calendar calendar = new Calendar(today, zone);
        Ledger ledger = new Ledger(org);
        PersonNames names = new PersonNames();
        Cast cast = new Cast(ledger, calendar, names);
        Stamp first = new Stamp(cast.accountManagers().getFirst().id(), calendar.morning(700), calendar.morning(700));
        Setting setting = new Setting(calendar, ledger, cast, new Catalogue(ledger, first), Prose.read(), names);
        dollars(ledger, first);
        List<Part> parts = parts();
        for (int number = 0; number < parts.size(); number++) {
            Part part = parts.get(number);
            Scene scene = new Scene(setting, part.company(), number, part.tier(), owner(cast, part.story(), number));
            part.story().telling().tell(scene);
            scene.close();
        }
        return ledger;
    }

    /** The second currency; an org of several currencies has its corporate one from the start. */
    private static void dollars(Ledger ledger, Stamp stamp) {
        ledger.add(
                "CurrencyType",
                stamp,
                Fields.of(
                        "IsoCode",
                        "USD",
                        "ConversionRate",
                        1.08,
                        "DecimalPlaces",
                        2,
                        "IsActive",
                        true,
                        "IsCorporate",
                        false));
    }

    private static Person owner(Cast cast, Story story, int number) {
        return switch (story.owner()) {
            case DILIGENT ->
                cast.accountManagers().get(number % cast.accountManagers().size());
            case SILENT ->
                cast.silentAccountManagers()
                        .get(number % cast.silentAccountManagers().size());
            case DEPARTED -> cast.departed();
        };
    }

    private static List<Part> parts() {
        List<Company> companies = new ArrayList<>(Company.readAll());
        Collections.shuffle(companies, new Random(SHUFFLE));
        List<Part> parts = new ArrayList<>();
        for (Story story : Stories.ALL) {
            for (int tier : story.tiers()) {
                parts.add(new Part(companies.get(parts.size()), story, tier));
            }
        }
        return parts;
    }
}
