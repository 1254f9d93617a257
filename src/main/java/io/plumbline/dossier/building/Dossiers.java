package io.plumbline.dossier.building;

import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.AccountDossier;
import io.plumbline.dossier.HealthOnDate;
import io.plumbline.dossier.Visibility;
import io.plumbline.dossier.building.account.DossierBuilder;
import io.plumbline.dossier.building.org.OrgCaches;
import io.plumbline.dossier.building.org.OrgKnowledge;
import io.plumbline.dossier.building.org.OrgReader;
import io.plumbline.dossier.building.org.VisibilityReader;
import io.plumbline.dossier.building.plans.PlanLikeness;
import io.plumbline.dossier.building.rows.Scope;
import io.plumbline.dossier.building.upkeep.Upkeep;
import io.plumbline.mirror.Gap;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.OrgFacts;
import io.plumbline.mirror.derived.SectionPrint;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The dossiers of the accounts of an org, built from its mirror alone. */
public final class Dossiers {

    private final Mirror mirror;
    private final Mapping mapping;
    private final AssessmentPolicy policy;
    private final OrgCaches caches;

    public Dossiers(Mirror mirror, Mapping mapping, AssessmentPolicy policy) {
        this.mirror = mirror;
        this.mapping = mapping;
        this.policy = policy;
        this.caches = new OrgCaches(mirror);
    }

    /** Lets these metrics tell how well users and exchange rates are kept in memory. */
    public void bindTo(MeterRegistry registry) {
        caches.bindTo(registry);
    }

    /**
     * Brings in step with the mirror what accounts must know of each other, and takes note of what the plans say now: a
     * plan that says something else than at the last call has changed on that day. To be called after each extraction,
     * before the first dossier, and by one at a time for an org.
     *
     * @param day today in the org's time zone
     * @return how many plans had changed
     */
    public int observe(RecordId org, LocalDate day) {
        return new Upkeep(mirror, mapping, policy, reader()).run(facts(org), day, new Scope(mirror, org));
    }

    /**
     * The dossier of every account that is to be judged, in the order of their Ids; what is held at any time is a chunk
     * of accounts, besides what all of them share: users, products, rates, and which sections of plans are alike.
     *
     * @param asOf the day of the dossiers, in the org's time zone
     * @param history earlier written health of an account, in any order
     * @throws IllegalStateException when this org was never extracted
     */
    public Stream<AccountDossier> stream(RecordId org, LocalDate asOf, Function<RecordId, List<HealthOnDate>> history) {
        return unbuilt(org, asOf, history).map(UnbuiltDossier::build);
    }

    /** As {@link #stream}, for whoever lets other threads build them. */
    public Stream<UnbuiltDossier> unbuilt(
            RecordId org, LocalDate asOf, Function<RecordId, List<HealthOnDate>> history) {
        Map<RecordId, List<SectionPrint>> alike =
                mirror.derived(org).sections().alike().stream().collect(Collectors.groupingBy(SectionPrint::account));
        return unbuilt(
                org,
                accounts(org),
                reader().read(facts(org), asOf),
                new PlanLikeness(account -> alike.getOrDefault(account, List.of())),
                history);
    }

    /**
     * The dossiers of some accounts, the same as among all, in the order of their Ids; what is no account that is to be
     * judged has none. What they take does not grow with the number of the others.
     *
     * @throws IllegalStateException when this org was never extracted
     */
    public Stream<AccountDossier> some(
            RecordId org, Collection<RecordId> wanted, LocalDate asOf, Function<RecordId, List<HealthOnDate>> history) {
        return built(
                org,
                new Scope(mirror, org).among(wanted),
                reader().readSome(facts(org), asOf),
                new PlanLikeness(mirror.derived(org).sections()::ofAccount),
                history);
    }

    private Stream<AccountDossier> built(
            RecordId org,
            List<RecordId> accounts,
            OrgKnowledge knowledge,
            PlanLikeness likeness,
            Function<RecordId, List<HealthOnDate>> history) {
        return unbuilt(org, accounts, knowledge, likeness, history).map(UnbuiltDossier::build);
    }

    private Stream<UnbuiltDossier> unbuilt(
            RecordId org,
            List<RecordId> accounts,
            OrgKnowledge knowledge,
            PlanLikeness likeness,
            Function<RecordId, List<HealthOnDate>> history) {
        DossierBuilder builder = new DossierBuilder(mapping, policy, knowledge);
        return mirror.org(org).accounts(Scope.ACCOUNTS, accounts).map(rows -> {
            List<HealthOnDate> before = history.apply(rows.accountId());
            return new UnbuiltDossier(rows.accountId(), () -> builder.build(rows, before, likeness));
        });
    }

    /** What all dossiers of an org and day have in common, as text: where it is the same, each account's rows decide. */
    public String shared(RecordId org, LocalDate asOf) {
        return facts(org) + "\n" + reader().readSome(facts(org), asOf).shared();
    }

    /**
     * The dossier of one account, the same as among all, whether or not it is to be judged; empty when the mirror does not
     * hold it.
     *
     * @throws IllegalStateException when this org was never extracted
     */
    public Optional<AccountDossier> one(
            RecordId org, RecordId account, LocalDate asOf, Function<RecordId, List<HealthOnDate>> history) {
        try (Stream<AccountDossier> found = built(
                org,
                List.of(account),
                reader().readSome(facts(org), asOf),
                new PlanLikeness(mirror.derived(org).sections()::ofAccount),
                history)) {
            return found.findFirst();
        }
    }

    /** The accounts that are to be judged, in order. */
    public List<RecordId> accounts(RecordId org) {
        return new Scope(mirror, org).all();
    }

    /** What could not be seen at the last extraction, so that what depends on it is unknown for every account. */
    public List<Gap> unknownEverywhere(RecordId org) {
        return mirror.org(org).gaps();
    }

    /** What of an org cannot be seen, as of a day in its time zone. */
    public Visibility visibility(RecordId org, LocalDate asOf) {
        OrgReader reader = reader();
        return new VisibilityReader(mapping, mirror.org(org), reader.read(facts(org), asOf))
                .read((int) reader.widestWindow());
    }

    private OrgReader reader() {
        return new OrgReader(mirror, mapping, policy, caches);
    }

    private OrgFacts facts(RecordId org) {
        return mirror.facts(org)
                .orElseThrow(() -> new IllegalStateException(
                        "Org " + org + " is not in the mirror: nothing was extracted from it yet."));
    }
}
