package io.plumbline.dossier.building;

import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.AccountDossier;
import io.plumbline.dossier.HealthOnDate;
import io.plumbline.dossier.Visibility;
import io.plumbline.dossier.similarity.BoilerplateSearch;
import io.plumbline.mirror.AccountRows;
import io.plumbline.mirror.Gap;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.MirroredOrg;
import io.plumbline.mirror.OrgFacts;
import io.plumbline.mirror.RowSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The dossiers of the accounts of an org, built from its mirror alone. */
public final class Dossiers {

    private static final RowSource ACCOUNTS = ReadSources.row(SourceName.ACCOUNT);

    private final Mirror mirror;
    private final Mapping mapping;
    private final AssessmentPolicy policy;

    public Dossiers(Mirror mirror, Mapping mapping, AssessmentPolicy policy) {
        this.mirror = mirror;
        this.mapping = mapping;
        this.policy = policy;
    }

    /**
     * Takes note of what the plans say now; a plan that says something else than at the last call has changed on that
     * day. To be called after each extraction, before {@link #stream}.
     *
     * @param day today in the org's time zone
     * @return how many plans had changed
     */
    public int observePlans(RecordId org, LocalDate day) {
        OrgFacts facts = facts(org);
        OrgKnowledge knowledge = new OrgReader(mirror, mapping, policy).forPlans(facts, day);
        if (!PlanFingerprint.ROWS.stream().allMatch(source -> isSettled(source, knowledge.read()))) {
            return 0;
        }
        DossierBuilder builder = new DossierBuilder(mapping, policy, knowledge);
        Map<RecordId, String> fingerprints = new HashMap<>();
        mirror.org(org)
                .accounts(ACCOUNTS, accounts(org), PlanFingerprint.ROWS)
                .forEach(rows -> builder.plans(rows)
                        .forEach(plan ->
                                fingerprints.put(RecordId.of(String.valueOf(plan.id())), PlanFingerprint.of(plan))));
        return mirror.planContents(org)
                .observe(PlanFingerprint.basis(mapping, unknownEverywhere(org)), fingerprints, day);
    }

    /**
     * The dossier of every account that is to be judged, in the order of their Ids; what is held at any time is a chunk
     * of accounts, besides what all of them share: users, products, rates, and which sections of plans are alike. To tell
     * that, the plans are read through before the first dossier.
     *
     * @param asOf the day of the dossiers, in the org's time zone
     * @param history earlier written health of an account, in any order
     * @throws IllegalStateException when this org was never extracted
     */
    public Stream<AccountDossier> stream(RecordId org, LocalDate asOf, Function<RecordId, List<HealthOnDate>> history) {
        OrgKnowledge knowledge = new OrgReader(mirror, mapping, policy).read(facts(org), asOf);
        DossierBuilder builder = new DossierBuilder(mapping, policy, knowledge);
        List<RecordId> accounts = accounts(org);
        PlanLikeness likeness = likeness(org, knowledge, builder, accounts);
        return mirror.org(org)
                .accounts(ACCOUNTS, accounts)
                .map(rows -> builder.build(rows, history.apply(rows.accountId()), likeness));
    }

    /**
     * The dossier of one account, the same as among all; empty when the mirror does not hold it. The plans of the others
     * are read through all the same, since a section may be a copy of theirs.
     *
     * @throws IllegalStateException when this org was never extracted
     */
    public Optional<AccountDossier> one(
            RecordId org, RecordId account, LocalDate asOf, Function<RecordId, List<HealthOnDate>> history) {
        OrgKnowledge knowledge = new OrgReader(mirror, mapping, policy).read(facts(org), asOf);
        DossierBuilder builder = new DossierBuilder(mapping, policy, knowledge);
        PlanLikeness likeness = likeness(org, knowledge, builder, accounts(org));
        try (Stream<AccountRows> rows = mirror.org(org).accounts(ACCOUNTS, List.of(account))) {
            return rows.findFirst().map(found -> builder.build(found, history.apply(account), likeness));
        }
    }

    private PlanLikeness likeness(
            RecordId org, OrgKnowledge knowledge, DossierBuilder builder, List<RecordId> accounts) {
        Families families = new Families();
        mirror.org(org).each(ACCOUNTS, row -> families.add(new MappedRow(row, mapping, knowledge.zone())));
        SectionContents contents = new SectionContents(policy, knowledge.userNames());
        ActivePlans plans = new ActivePlans(mirror.org(org), accounts, builder, contents, families);
        return new PlanLikeness(new BoilerplateSearch(policy.text()).in(plans), plans, contents);
    }

    /** The accounts that are to be judged, in order. */
    public List<RecordId> accounts(RecordId org) {
        MirroredOrg rows = mirror.org(org);
        List<RecordId> all = rows.ids(ACCOUNTS);
        if (mirror.watermark(org, RowSource.SCOPE).isEmpty()) {
            return all;
        }
        Set<RecordId> scope = new HashSet<>(rows.ids(RowSource.SCOPE));
        return all.stream().filter(scope::contains).toList();
    }

    /** What could not be seen at the last extraction, so that what depends on it is unknown for every account. */
    public List<Gap> unknownEverywhere(RecordId org) {
        return mirror.org(org).gaps();
    }

    /** What of an org cannot be seen, as of a day in its time zone. */
    public Visibility visibility(RecordId org, LocalDate asOf) {
        OrgReader reader = new OrgReader(mirror, mapping, policy);
        return new VisibilityReader(mapping, mirror.org(org), reader.read(facts(org), asOf))
                .read((int) reader.widestWindow());
    }

    /** Read to its end, or not to be read at all: half a plan must not pass for a changed one. */
    private static boolean isSettled(RowSource source, ReadSources read) {
        return read.unfinished().stream().map(ReadSources::row).noneMatch(source::equals);
    }

    private OrgFacts facts(RecordId org) {
        return mirror.facts(org)
                .orElseThrow(() -> new IllegalStateException(
                        "Org " + org + " is not in the mirror: nothing was extracted from it yet."));
    }
}
