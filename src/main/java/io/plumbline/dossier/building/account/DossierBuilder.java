package io.plumbline.dossier.building.account;

import static io.plumbline.config.mapping.Fact.ACCOUNT_CREATED;
import static io.plumbline.config.mapping.Fact.ACCOUNT_CURRENCY;
import static io.plumbline.config.mapping.Fact.ACCOUNT_NAME;
import static io.plumbline.config.mapping.Fact.ACCOUNT_OWNER;
import static io.plumbline.config.mapping.Fact.ACCOUNT_TIER;
import static io.plumbline.config.mapping.Fact.CASE_CLOSED;
import static io.plumbline.config.mapping.Fact.CASE_CREATED;
import static io.plumbline.config.mapping.Fact.CASE_ESCALATED;

import io.plumbline.config.mapping.AccountFact;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.config.mapping.Translation;
import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.crm.FieldValue;
import io.plumbline.dossier.Account;
import io.plumbline.dossier.AccountDossier;
import io.plumbline.dossier.Contact;
import io.plumbline.dossier.Dossier;
import io.plumbline.dossier.Fact;
import io.plumbline.dossier.HealthOnDate;
import io.plumbline.dossier.Interaction;
import io.plumbline.dossier.Objective;
import io.plumbline.dossier.Opportunity;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.PlanAction;
import io.plumbline.dossier.SupportCase;
import io.plumbline.dossier.TeamMember;
import io.plumbline.dossier.UsedRate;
import io.plumbline.dossier.ValueOpportunity;
import io.plumbline.dossier.building.money.DealHistories;
import io.plumbline.dossier.building.money.Money;
import io.plumbline.dossier.building.money.OpportunityReader;
import io.plumbline.dossier.building.org.OrgKnowledge;
import io.plumbline.dossier.building.people.Interactions;
import io.plumbline.dossier.building.people.PeopleReader;
import io.plumbline.dossier.building.plans.PlanLikeness;
import io.plumbline.dossier.building.plans.PlanReader;
import io.plumbline.dossier.building.rows.MappedRow;
import io.plumbline.dossier.building.rows.ReadSources;
import io.plumbline.mirror.AccountRows;
import io.plumbline.mirror.MirrorRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds the dossier of an account from its rows and what is known of the org. */
public final class DossierBuilder {

    private final Mapping mapping;
    private final AssessmentPolicy policy;
    private final OrgKnowledge org;
    private final WrittenBefore written;
    private final PeopleReader people;

    public DossierBuilder(Mapping mapping, AssessmentPolicy policy, OrgKnowledge org) {
        this.mapping = mapping;
        this.policy = policy;
        this.org = org;
        this.written = new WrittenBefore(mapping);
        this.people = new PeopleReader(org.asOf());
    }

    public AccountDossier build(AccountRows rows, List<HealthOnDate> history, PlanLikeness likeness) {
        Money money = new Money(org.rates());
        DealHistories histories =
                new DealHistories(byParent(rows, SourceName.OPPORTUNITY_HISTORY), org.asOf(), org.rates());
        Account account = account(rows, histories);
        List<Interaction> interactions = Interactions.of(source -> rows(rows, source));
        List<Opportunity> opportunities = opportunities(rows, money, histories);
        List<Plan> plans = likeness.entered(rows.accountId(), plans(rows, money));
        List<TeamMember> team = org.teamsInUse() ? each(rows, SourceName.TEAM, people::member) : null;
        Set<String> mentioned = mentioned(account, team, interactions, plans);
        boolean captured = isCaptured(account, interactions);
        Dossier dossier = new Dossier(
                org.asOf(),
                account,
                captured,
                org.familiesOffered(),
                org.notMeasured(),
                org.users(mentioned),
                team,
                contacts(rows),
                opportunities,
                interactions,
                org.read().isWhole(SourceName.CASES) ? each(rows, SourceName.CASES, DossierBuilder::supportCase) : null,
                plans,
                history);
        List<String> unknown = new ArrayList<>(money.unknownBecause());
        if (!captured) {
            unknown.add("Nobody logs activity here: neither the account nor its owner has an interaction in the last "
                    + (long) captureDays(account) + " days, so silence says nothing.");
        }
        return new AccountDossier(
                dossier,
                unknown,
                exchangeRate(rows),
                money.usedRates(),
                createdAt(rows),
                rows.account().stamp(),
                written.results(rows),
                written.tasks(rows),
                org.circle(mentioned));
    }

    /** Its own contacts, and those of other accounts who work with this one; a person counts once. */
    private List<Contact> contacts(AccountRows rows) {
        Map<String, Contact> byId = new LinkedHashMap<>();
        each(rows, SourceName.CONTACTS, people::contact)
                .forEach(contact -> byId.put(String.valueOf(contact.id()), contact));
        rows(rows, SourceName.CONTACT_RELATIONS)
                .flatMap(relation -> people.related(relation).stream())
                .forEach(contact -> byId.putIfAbsent(String.valueOf(contact.id()), contact));
        return List.copyOf(byId.values());
    }

    private Optional<Instant> createdAt(AccountRows rows) {
        return mapping.field(ACCOUNT_CREATED)
                .flatMap(rows.account().record()::value)
                .filter(FieldValue.Moment.class::isInstance)
                .map(created -> ((FieldValue.Moment) created).instant());
    }

    /** What the account is called. */
    public String name(AccountRows rows) {
        return Objects.requireNonNullElse(
                mapped(rows.account()).text(ACCOUNT_NAME), rows.accountId().value());
    }

    /** The plans alone. */
    public List<Plan> plans(AccountRows rows) {
        return plans(rows, new Money(org.rates()));
    }

    private List<Plan> plans(AccountRows rows, Money money) {
        PlanReader reader = new PlanReader(mapping, money);
        Map<SourceName, Map<String, List<MappedRow>>> children = new LinkedHashMap<>();
        return each(
                rows,
                SourceName.PLANS,
                plan -> reader.plan(plan, children(plan, rows, children), org.planChange(plan.id())));
    }

    private PlanReader.Children children(
            MappedRow plan, AccountRows rows, Map<SourceName, Map<String, List<MappedRow>>> known) {
        return new PlanReader.Children() {
            @Override
            public @Nullable List<MappedRow> of(SourceName source) {
                return below(plan, source);
            }

            @Override
            public @Nullable List<MappedRow> below(MappedRow row, SourceName source) {
                return org.read().isWhole(source)
                        ? known.computeIfAbsent(source, name -> byParent(rows, name))
                                .getOrDefault(row.id(), List.of())
                        : null;
            }
        };
    }

    private Account account(AccountRows rows, DealHistories histories) {
        MappedRow row = mapped(rows.account());
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (AccountFact fact : mapping.accountFacts()) {
            Optional<Double> value = row.value(fact.value(), fact.translation())
                    .flatMap(found -> number(found, fact.translation()))
                    .map(BigDecimal::doubleValue);
            LocalDate date = fact.date()
                    .flatMap(field -> row.value(field, Translation.AS_IS))
                    .flatMap(found -> MappedRow.day(found, org.zone()))
                    .orElse(null);
            value.ifPresent(number -> facts.put(fact.name(), new Fact(number, date)));
        }
        facts.putAll(histories.facts(
                mapping.historyFacts().values(),
                rows(rows, SourceName.OPPORTUNITIES).toList()));
        return new Account(row.id(), row.text(ACCOUNT_NAME), row.reference(ACCOUNT_OWNER), tier(row), facts);
    }

    /** A number by its field's type, or one that a table of the mapping supplies; never a text that looks like one (trap E11). */
    private static Optional<BigDecimal> number(FieldValue value, Translation translation) {
        if (translation instanceof Translation.Values && value instanceof FieldValue.Text text) {
            try {
                return Optional.of(new BigDecimal(text.text()));
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        }
        return MappedRow.decimal(value);
    }

    /** A picklist as shipped, a number elsewhere. */
    private static @Nullable Integer tier(MappedRow row) {
        String text = row.text(ACCOUNT_TIER);
        return text != null && text.strip().matches("[123]") ? Integer.valueOf(text.strip()) : null;
    }

    private List<Opportunity> opportunities(AccountRows rows, Money money, DealHistories histories) {
        OpportunityReader reader = new OpportunityReader(money, org.familyOfProduct(), histories);
        Map<String, List<MappedRow>> lines = byParent(rows, SourceName.OPPORTUNITY_LINE_ITEMS);
        Map<String, List<MappedRow>> roles = byParent(rows, SourceName.OPPORTUNITY_CONTACT_ROLES);
        return each(
                rows,
                SourceName.OPPORTUNITIES,
                row -> reader.opportunity(
                        row, lines.getOrDefault(row.id(), List.of()), roles.getOrDefault(row.id(), List.of())));
    }

    private static SupportCase supportCase(MappedRow row) {
        return new SupportCase(row.id(), row.isSet(CASE_ESCALATED), row.day(CASE_CREATED), row.day(CASE_CLOSED));
    }

    /** Model section 5.0: the account, or its owner on any account, has an interaction within the window. */
    private boolean isCaptured(Account account, List<Interaction> interactions) {
        double days = captureDays(account);
        String owner = account.ownerId();
        return interactions.stream().anyMatch(interaction -> isWithin(interaction.date(), days))
                || owner != null && isWithin(org.lastInteraction(owner).orElse(null), days);
    }

    private double captureDays(Account account) {
        Integer tier = account.tier();
        return policy.windows().capture().get(tier == null ? policy.defaultTier() : tier);
    }

    private boolean isWithin(@Nullable LocalDate date, double days) {
        if (date == null) {
            return false;
        }
        long age = org.asOf().toEpochDay() - date.toEpochDay();
        return age >= 0 && age < days;
    }

    private Optional<BigDecimal> exchangeRate(AccountRows rows) {
        return org.rates()
                .rate(mapped(rows.account()).value(ACCOUNT_CURRENCY).map(Object::toString))
                .map(UsedRate::rate);
    }

    private static Set<String> mentioned(
            Account account, @Nullable List<TeamMember> team, List<Interaction> interactions, List<Plan> plans) {
        Set<@Nullable String> ids = new HashSet<>();
        ids.add(account.ownerId());
        if (team != null) {
            team.forEach(member -> ids.add(member.userId()));
        }
        interactions.forEach(interaction -> ids.addAll(interaction.userIds()));
        for (Plan plan : plans) {
            ids.add(plan.ownerId());
            ids.add(plan.approvedById());
            add(ids, plan.objectives(), Objective::ownerId);
            add(ids, plan.actions(), PlanAction::ownerId);
            add(ids, plan.valueOpportunities(), ValueOpportunity::ownerId);
        }
        return ids.stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static <T> void add(
            Collection<@Nullable String> ids, @Nullable List<T> entries, Function<T, @Nullable String> owner) {
        if (entries != null) {
            entries.forEach(entry -> ids.add(owner.apply(entry)));
        }
    }

    private Map<String, List<MappedRow>> byParent(AccountRows rows, SourceName source) {
        return rows(rows, source)
                .filter(row -> row.row().parentId().isPresent())
                .collect(Collectors.groupingBy(
                        row -> row.row().parentId().orElseThrow().value()));
    }

    private <T> List<T> each(AccountRows rows, SourceName source, Function<MappedRow, T> reader) {
        return rows(rows, source).map(reader).toList();
    }

    private Stream<MappedRow> rows(AccountRows rows, SourceName source) {
        return rows.of(ReadSources.row(source)).stream().map(this::mapped);
    }

    private MappedRow mapped(MirrorRow row) {
        return new MappedRow(row, mapping, org.calendar());
    }
}
