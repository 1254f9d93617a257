package io.plumbline.dossier.building.upkeep;

import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.Plan;
import io.plumbline.dossier.building.account.DossierBuilder;
import io.plumbline.dossier.building.org.OrgKnowledge;
import io.plumbline.dossier.building.plans.PlanFingerprint;
import io.plumbline.dossier.building.plans.SectionContents;
import io.plumbline.dossier.building.rows.ReadSources;
import io.plumbline.dossier.building.rows.Scope;
import io.plumbline.dossier.similarity.Boilerplate;
import io.plumbline.dossier.similarity.BoilerplateSearch;
import io.plumbline.dossier.similarity.Holder;
import io.plumbline.dossier.similarity.Signature;
import io.plumbline.mirror.AccountRows;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.OrgFacts;
import io.plumbline.mirror.RowSource;
import io.plumbline.mirror.derived.SectionPrint;
import io.plumbline.mirror.derived.SectionPrints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps what plans say: a fingerprint of each, by which it is seen on which day one changed, and a print of each section, by
 * which those that are alike are found.
 *
 * <p>When a section of one plan says something else, the prints of that section of all plans are compared, and the text of
 * those that may be alike is read again; so each holds what a search among all plans would find.
 */
final class SectionUpkeep {

    private final Mirror mirror;
    private final Mapping mapping;
    private final OrgFacts facts;
    private final OrgKnowledge forPlans;
    private final LocalDate day;
    private final DossierBuilder builder;
    private final DossierBuilder planBuilder;
    private final SectionContents contents;
    private final BoilerplateSearch search;
    private final Families families;
    private final SectionPrints prints;
    private final Set<RecordId> concerned = new HashSet<>();

    /** @param forPlans what it takes to read plans as they stand in the org */
    SectionUpkeep(
            Mirror mirror,
            Mapping mapping,
            AssessmentPolicy policy,
            OrgFacts facts,
            OrgKnowledge knowledge,
            OrgKnowledge forPlans,
            Families families,
            LocalDate day) {
        this.mirror = mirror;
        this.mapping = mapping;
        this.facts = facts;
        this.forPlans = forPlans;
        this.day = day;
        this.builder = new DossierBuilder(mapping, policy, knowledge);
        this.planBuilder = new DossierBuilder(mapping, policy, forPlans);
        this.contents = new SectionContents(policy, knowledge.userNames());
        this.search = new BoilerplateSearch(policy.text());
        this.families = families;
        this.prints = mirror.derived(facts.orgId()).sections();
    }

    private record Key(RecordId account, String plan, String section) {

        static Key of(SectionPrint print) {
            return new Key(print.account(), print.plan(), print.section());
        }
    }

    /** The accounts of which a section is now like another than before, or was. */
    Set<RecordId> concerned() {
        return concerned;
    }

    /** Accounts whose prints were made when they were below another account at the top than now. */
    Set<RecordId> ofOtherFamily() {
        Set<RecordId> moved = new HashSet<>();
        prints.families().forEach((account, family) -> {
            if (!family.equals(families.of(account.value()))) {
                moved.add(account);
            }
        });
        return moved;
    }

    /** @return how many plans say something else than before */
    int all(List<RecordId> accounts) {
        return update(prints.all(), accounts, true);
    }

    /**
     * @param touched accounts about which anything changed, whether or not they are still to be judged
     * @param accounts those of them that are
     * @return how many plans say something else than before
     */
    int some(Collection<RecordId> touched, List<RecordId> accounts) {
        List<SectionPrint> before = touched.stream()
                .flatMap(account -> prints.ofAccount(account).stream())
                .toList();
        return update(before, accounts, false);
    }

    private int update(List<SectionPrint> before, List<RecordId> accounts, boolean all) {
        Map<Key, SectionPrint> now = new HashMap<>();
        Map<RecordId, String> fingerprints = new HashMap<>();
        mirror.org(facts.orgId())
                .accounts(Scope.ACCOUNTS, all ? withPlans(accounts) : accounts, PlanFingerprint.rows(mapping))
                .forEach(rows -> {
                    sign(rows, now);
                    planBuilder
                            .plans(rows)
                            .forEach(plan ->
                                    fingerprints.put(RecordId.of(String.valueOf(plan.id())), PlanFingerprint.of(plan)));
                });
        Set<String> sections = replace(before, now);
        if (all) {
            compare(prints.all());
        } else if (!sections.isEmpty()) {
            compare(prints.ofSections(sections));
        }
        return observe(fingerprints);
    }

    /** Of all accounts few have a plan, and to find that out one by one means to look at all that hangs on each. */
    private List<RecordId> withPlans(List<RecordId> accounts) {
        if (!PlanFingerprint.hangOnAccounts(mapping)) {
            return accounts;
        }
        Set<RecordId> homes = mirror.org(facts.orgId()).homesOf(ReadSources.row(SourceName.PLANS));
        return accounts.stream().filter(homes::contains).toList();
    }

    private void sign(AccountRows rows, Map<Key, SectionPrint> now) {
        for (Plan plan : builder.plans(rows)) {
            if (plan.isActive()) {
                contents.of(plan)
                        .forEach((section, content) -> search.signature(content)
                                .map(signature -> print(rows, plan, section, signature))
                                .ifPresent(print -> now.put(Key.of(print), print)));
            }
        }
    }

    private SectionPrint print(AccountRows rows, Plan plan, String section, Signature signature) {
        return new SectionPrint(
                rows.accountId(),
                String.valueOf(plan.id()),
                section,
                signature.identity(),
                signature.bandsAsText(),
                builder.name(rows),
                families.of(rows.accountId().value()),
                Optional.empty());
    }

    /** @return the sections of which any says something else, or somebody else does */
    private Set<String> replace(List<SectionPrint> before, Map<Key, SectionPrint> now) {
        Map<Key, SectionPrint> fresh = new HashMap<>(now);
        List<SectionPrint> stale = new ArrayList<>();
        for (SectionPrint print : before) {
            SectionPrint same = now.get(Key.of(print));
            if (same != null && same.saysTheSame(print)) {
                fresh.remove(Key.of(print));
            } else {
                stale.add(print);
            }
        }
        prints.remove(stale);
        prints.add(fresh.values());
        Set<String> sections = new HashSet<>();
        stale.forEach(print -> sections.add(print.section()));
        fresh.values().forEach(print -> sections.add(print.section()));
        return sections;
    }

    private void compare(List<SectionPrint> those) {
        List<RecordId> accounts =
                those.stream().map(SectionPrint::account).distinct().sorted().toList();
        Boilerplate found = search.among(
                those.stream().map(SectionUpkeep::signed).toList(),
                new ActivePlans(mirror.org(facts.orgId()), mapping, accounts, builder, contents, families));
        List<SectionPrint> stale = new ArrayList<>();
        List<SectionPrint> fresh = new ArrayList<>();
        for (SectionPrint print : those) {
            Optional<SectionPrint.Alike> alike = found.of(holder(print), print.section(), print.identity())
                    .map(like -> new SectionPrint.Alike(
                            like.similarity(), like.other().name()));
            if (!alike.equals(print.alike())) {
                stale.add(print);
                fresh.add(print.with(alike));
                concerned.add(print.account());
            }
        }
        prints.remove(stale);
        prints.add(fresh);
    }

    private static BoilerplateSearch.Signed signed(SectionPrint print) {
        return new BoilerplateSearch.Signed(
                holder(print), print.section(), Signature.of(print.identity(), print.bands()));
    }

    private static Holder holder(SectionPrint print) {
        return new Holder(print.account().value(), print.name(), print.family());
    }

    /** Half a plan must not pass for a changed one. */
    private int observe(Map<RecordId, String> fingerprints) {
        if (!PlanFingerprint.ROWS.stream().allMatch(this::isSettled)) {
            return 0;
        }
        return mirror.planContents(facts.orgId())
                .observe(
                        PlanFingerprint.basis(mapping, mirror.org(facts.orgId()).gaps()), fingerprints, day);
    }

    /** Read to its end, or not to be read at all. */
    private boolean isSettled(RowSource source) {
        return forPlans.read().unfinished().stream().map(ReadSources::row).noneMatch(source::equals);
    }
}
