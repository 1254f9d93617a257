package io.plumbline.dossier.building;

import static io.plumbline.config.mapping.Fact.CURRENCY_CODE;
import static io.plumbline.config.mapping.Fact.CURRENCY_RATE;
import static io.plumbline.config.mapping.Fact.DATED_RATE_CODE;
import static io.plumbline.config.mapping.Fact.DATED_RATE_RATE;
import static io.plumbline.config.mapping.Fact.DATED_RATE_START;
import static io.plumbline.config.mapping.Fact.EMAIL_DATE;
import static io.plumbline.config.mapping.Fact.EMAIL_RELATION_PERSON;
import static io.plumbline.config.mapping.Fact.EVENT_OWNER;
import static io.plumbline.config.mapping.Fact.EVENT_RELATION_PERSON;
import static io.plumbline.config.mapping.Fact.FISCAL_YEAR_END;
import static io.plumbline.config.mapping.Fact.FISCAL_YEAR_NAME;
import static io.plumbline.config.mapping.Fact.FISCAL_YEAR_START;
import static io.plumbline.config.mapping.Fact.PRODUCT_ACTIVE;
import static io.plumbline.config.mapping.Fact.PRODUCT_FAMILY;
import static io.plumbline.config.mapping.Fact.TASK_OWNER;
import static io.plumbline.config.mapping.Fact.TASK_RELATION_PERSON;

import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.config.policy.ByTier;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.User;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.MirroredOrg;
import io.plumbline.mirror.OrgFacts;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from the mirror what all dossiers of one org and day have in common. */
final class OrgReader {

    private final Mirror mirror;
    private final Mapping mapping;
    private final AssessmentPolicy policy;

    OrgReader(Mirror mirror, Mapping mapping, AssessmentPolicy policy) {
        this.mirror = mirror;
        this.mapping = mapping;
        this.policy = policy;
    }

    OrgKnowledge read(OrgFacts facts, LocalDate asOf) {
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
                rates(org, facts),
                read.isWhole(SourceName.USERS) ? users(org, facts, asOf) : null,
                read.isWhole(SourceName.TEAM) && org.count(ReadSources.row(SourceName.TEAM)) > 0,
                families,
                read.isWhole(SourceName.PRODUCTS) ? (Double) (double) offered : null,
                new NotMeasured(mapping, read::isWhole, read::isSeen).of(policy.thoroughness()),
                lastInteractions(org, facts, asOf),
                planChanges(facts.orgId()),
                read);
    }

    /** What it takes to read plans alone, as they stand in the org, for their fingerprints. */
    OrgKnowledge forPlans(OrgFacts facts, LocalDate day) {
        return new OrgKnowledge(
                day,
                calendar(mirror.org(facts.orgId()), facts),
                new ExchangeRates(facts.currency(), false, Map.of(), Map.of()),
                null,
                false,
                Map.of(),
                null,
                Set.of(),
                Map.of(),
                Map.of(),
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

    private @Nullable Map<String, User> users(MirroredOrg org, OrgFacts facts, LocalDate asOf) {
        PeopleReader people = new PeopleReader(asOf);
        Map<String, User> users = new LinkedHashMap<>();
        rows(org, facts, SourceName.USERS)
                .map(people::user)
                .forEach(user -> users.put(String.valueOf(user.id()), user));
        return users;
    }

    /**
     * One pass over all activities and the people related to them, holding one date per user and one per activity of
     * the window in which activity is looked for.
     */
    private Map<String, LocalDate> lastInteractions(MirroredOrg org, OrgFacts facts, LocalDate asOf) {
        RecentActivity recent = new RecentActivity(asOf, widestWindow());
        org.each(ReadSources.row(SourceName.TASKS), row -> {
            MappedRow task = new MappedRow(row, mapping, facts.timeZone());
            if (InteractionReader.isDone(task)) {
                recent.activity(task, task.reference(TASK_OWNER), InteractionReader.taskDate(task));
            }
        });
        org.each(ReadSources.row(SourceName.EVENTS), row -> {
            MappedRow event = new MappedRow(row, mapping, facts.timeZone());
            recent.activity(event, event.reference(EVENT_OWNER), InteractionReader.eventDate(event));
        });
        org.each(
                ReadSources.row(SourceName.TASK_RELATIONS),
                row -> recent.person(new MappedRow(row, mapping, facts.timeZone()), TASK_RELATION_PERSON));
        org.each(ReadSources.row(SourceName.EMAILS), row -> {
            MappedRow email = new MappedRow(row, mapping, facts.timeZone());
            recent.activity(email, null, email.day(EMAIL_DATE));
        });
        org.each(
                ReadSources.row(SourceName.EMAIL_RELATIONS),
                row -> recent.person(new MappedRow(row, mapping, facts.timeZone()), EMAIL_RELATION_PERSON));
        org.each(ReadSources.row(SourceName.EVENT_RELATIONS), row -> {
            MappedRow person = new MappedRow(row, mapping, facts.timeZone());
            if (!InteractionReader.hasDeclined(person)) {
                recent.person(person, EVENT_RELATION_PERSON);
            }
        });
        return recent.lastByUser();
    }

    /** The longest of the windows in which activity is looked for, in days. */
    double widestWindow() {
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
