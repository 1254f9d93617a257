package io.plumbline.dossier.building.org;

import static io.plumbline.config.mapping.Fact.CURRENCY_CODE;
import static io.plumbline.config.mapping.Fact.CURRENCY_RATE;
import static io.plumbline.config.mapping.Fact.DATED_RATE_CODE;
import static io.plumbline.config.mapping.Fact.DATED_RATE_RATE;
import static io.plumbline.config.mapping.Fact.DATED_RATE_START;
import static io.plumbline.config.mapping.Fact.FISCAL_YEAR_END;
import static io.plumbline.config.mapping.Fact.FISCAL_YEAR_NAME;
import static io.plumbline.config.mapping.Fact.FISCAL_YEAR_START;
import static io.plumbline.config.mapping.Fact.PRODUCT_ACTIVE;
import static io.plumbline.config.mapping.Fact.PRODUCT_FAMILY;

import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.policy.ByTier;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.User;
import io.plumbline.dossier.building.money.ExchangeRates;
import io.plumbline.dossier.building.people.Participations;
import io.plumbline.dossier.building.people.PeopleReader;
import io.plumbline.dossier.building.rows.MappedRow;
import io.plumbline.dossier.building.rows.OrgCalendar;
import io.plumbline.dossier.building.rows.ReadSources;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.MirroredOrg;
import io.plumbline.mirror.OrgFacts;
import io.plumbline.mirror.PlanContents;
import io.plumbline.mirror.derived.ActivityDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads from the mirror what all dossiers of one org and day have in common. */
public final class OrgReader {

    private final Mirror mirror;
    private final Mapping mapping;
    private final AssessmentPolicy policy;
    private final OrgCaches caches;

    public OrgReader(Mirror mirror, Mapping mapping, AssessmentPolicy policy, OrgCaches caches) {
        this.mirror = mirror;
        this.mapping = mapping;
        this.policy = policy;
        this.caches = caches;
    }

    /** For all accounts: what each needs of them all is read at once, as soon as the first one asks. */
    public OrgKnowledge read(OrgFacts facts, LocalDate asOf) {
        Remembered<Map<String, LocalDate>> interactions = new Remembered<>(() -> lastInteractions(facts, asOf));
        Remembered<Map<String, LocalDate>> changes = new Remembered<>(() -> planChanges(facts.orgId()));
        return read(
                facts,
                asOf,
                user -> Optional.ofNullable(interactions.get().get(user)),
                plan -> Optional.ofNullable(changes.get().get(plan)));
    }

    /** For some accounts: what they need of others is read when it is asked for. */
    public OrgKnowledge readSome(OrgFacts facts, LocalDate asOf) {
        if (!isDerived(facts.orgId(), asOf)) {
            return read(facts, asOf);
        }
        ActivityDays activities = mirror.derived(facts.orgId()).activities();
        PlanContents plans = mirror.planContents(facts.orgId());
        Map<String, Optional<LocalDate>> known = new HashMap<>();
        return read(
                facts,
                asOf,
                user -> known.computeIfAbsent(
                        user, id -> activities.last(id, asOf).filter(date -> isWithinWidest(date, asOf))),
                plan -> plans.changedOn(RecordId.of(plan)));
    }

    private OrgKnowledge read(
            OrgFacts facts,
            LocalDate asOf,
            Function<String, Optional<LocalDate>> lastInteractions,
            Function<String, Optional<LocalDate>> planChanges) {
        MirroredOrg org = mirror.org(facts.orgId());
        ReadSources read = ReadSources.of(mapping, org);
        Map<String, String> families = new HashMap<>();
        long offered = rows(org, facts, SourceName.PRODUCTS)
                .map(product -> {
                    String family = product.text(PRODUCT_FAMILY);
                    if (family == null || family.isBlank()) {
                        return Optional.<String>empty();
                    }
                    families.put(product.id(), family);
                    return Optional.of(family.strip().toLowerCase(Locale.ROOT))
                            .filter(label -> product.isSet(PRODUCT_ACTIVE));
                })
                .flatMap(Optional::stream)
                .distinct()
                .count();
        return new OrgKnowledge(
                asOf,
                calendar(org, facts),
                caches.rates(facts.orgId(), () -> rates(org, facts)),
                read.isWhole(SourceName.USERS) ? caches.users(facts.orgId(), () -> users(org, facts, asOf)) : null,
                read.isWhole(SourceName.TEAM) && org.hasAny(ReadSources.row(SourceName.TEAM)),
                families,
                read.isWhole(SourceName.PRODUCTS) ? (Double) (double) offered : null,
                new NotMeasured(mapping, read::isWhole, read::isSeen).of(policy.thoroughness()),
                lastInteractions,
                planChanges,
                read);
    }

    /** What it takes to read plans alone, as they stand in the org, for their fingerprints. */
    public OrgKnowledge forPlans(OrgFacts facts, LocalDate day) {
        return new OrgKnowledge(
                day,
                calendar(mirror.org(facts.orgId()), facts),
                new ExchangeRates(facts.currency(), false, Map.of(), Map.of()),
                null,
                false,
                Map.of(),
                null,
                Set.of(),
                user -> Optional.empty(),
                plan -> Optional.empty(),
                ReadSources.of(mapping, mirror.org(facts.orgId())));
    }

    private OrgCalendar calendar(MirroredOrg org, OrgFacts facts) {
        Map<String, OrgCalendar.Days> own = new HashMap<>();
        rows(org, facts, SourceName.FISCAL_YEARS).forEach(year -> {
            String name = year.text(FISCAL_YEAR_NAME);
            LocalDate first = year.day(FISCAL_YEAR_START);
            LocalDate last = year.day(FISCAL_YEAR_END);
            if (name != null && first != null && last != null) {
                own.put(OrgCalendar.key(name), new OrgCalendar.Days(first, last));
            }
        });
        return new OrgCalendar(facts.timeZone(), facts.fiscalYear(), own);
    }

    private ExchangeRates rates(MirroredOrg org, OrgFacts facts) {
        Map<String, BigDecimal> rates = new HashMap<>();
        rows(org, facts, SourceName.CURRENCIES).forEach(currency -> {
            String code = currency.text(CURRENCY_CODE);
            Optional<BigDecimal> rate = currency.decimal(CURRENCY_RATE);
            if (code != null && rate.isPresent()) {
                rates.put(code, rate.get());
            }
        });
        Map<String, NavigableMap<LocalDate, BigDecimal>> dated = new HashMap<>();
        rows(org, facts, SourceName.DATED_RATES).forEach(rate -> {
            String code = rate.text(DATED_RATE_CODE);
            LocalDate start = rate.day(DATED_RATE_START);
            Optional<BigDecimal> units = rate.decimal(DATED_RATE_RATE);
            if (code != null && start != null && units.isPresent()) {
                dated.computeIfAbsent(code, any -> new TreeMap<>()).put(start, units.get());
            }
        });
        return new ExchangeRates(facts.currency(), facts.multiCurrency(), rates, dated);
    }

    private Map<String, User> users(MirroredOrg org, OrgFacts facts, LocalDate asOf) {
        PeopleReader people = new PeopleReader(asOf);
        Map<String, User> users = new LinkedHashMap<>();
        rows(org, facts, SourceName.USERS)
                .map(people::user)
                .forEach(user -> users.put(String.valueOf(user.id()), user));
        return users;
    }

    private Map<String, LocalDate> lastInteractions(OrgFacts facts, LocalDate asOf) {
        if (!isDerived(facts.orgId(), asOf)) {
            return readInteractions(facts, asOf);
        }
        Map<String, LocalDate> last = mirror.derived(facts.orgId()).activities().last(asOf);
        last.values().removeIf(date -> !isWithinWidest(date, asOf));
        return last;
    }

    /** Whether all activities that count on this day were derived from the mirror. */
    private boolean isDerived(RecordId org, LocalDate asOf) {
        return mirror.derived(org)
                .state()
                .filter(state -> !earliest(asOf).isBefore(state.activitiesFrom()))
                .isPresent();
    }

    private boolean isWithinWidest(LocalDate date, LocalDate asOf) {
        return asOf.toEpochDay() - date.toEpochDay() < widestWindow();
    }

    /** One pass over all activities and the people related to them. */
    private Map<String, LocalDate> readInteractions(OrgFacts facts, LocalDate asOf) {
        Map<String, LocalDate> last = new HashMap<>();
        new Participations(mapping, facts.timeZone(), earliest(asOf))
                .each((source, visitor) -> mirror.org(facts.orgId()).each(source, visitor), (activity, user, day) -> {
                    if (!day.isAfter(asOf) && isWithinWidest(day, asOf)) {
                        last.merge(user, day, (one, other) -> one.isAfter(other) ? one : other);
                    }
                });
        return last;
    }

    private LocalDate earliest(LocalDate asOf) {
        return asOf.minusDays((long) Math.ceil(widestWindow()));
    }

    /** The longest of the windows in which activity is looked for, in days. */
    public double widestWindow() {
        ByTier<Double> capture = policy.windows().capture();
        return Math.max(capture.one(), Math.max(capture.two(), capture.three()));
    }

    private Map<String, LocalDate> planChanges(RecordId org) {
        Map<String, LocalDate> changes = new HashMap<>();
        mirror.planContents(org).changedOn().forEach((plan, day) -> changes.put(plan.value(), day));
        return changes;
    }

    private Stream<MappedRow> rows(MirroredOrg org, OrgFacts facts, SourceName source) {
        return org.rows(ReadSources.row(source)).stream().map(row -> new MappedRow(row, mapping, facts.timeZone()));
    }
}
