package io.plumbline.dossier.building.upkeep;

import io.plumbline.config.CanonicalText;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.policy.AssessmentPolicy;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.building.org.OrgKnowledge;
import io.plumbline.dossier.building.org.OrgReader;
import io.plumbline.dossier.building.people.Participations;
import io.plumbline.dossier.building.rows.Scope;
import io.plumbline.mirror.Fingerprint;
import io.plumbline.mirror.Mirror;
import io.plumbline.mirror.OrgFacts;
import io.plumbline.mirror.Touched;
import io.plumbline.mirror.derived.AccountTree;
import io.plumbline.mirror.derived.Derived;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps in step with the mirror what accounts must know of each other: who logs activity, which sections of plans are alike,
 * and since when a plan says what it says. What follows for an account from a change of another is noted as a change of its
 * own, in the same transaction.
 *
 * <p>Follows the touched records of the mirror. Once a day, and when what it all rests on is another, everything is derived
 * anew, so that no slip lasts.
 */
public final class Upkeep {

    private final Mirror mirror;
    private final Mapping mapping;
    private final AssessmentPolicy policy;
    private final OrgReader reader;

    public Upkeep(Mirror mirror, Mapping mapping, AssessmentPolicy policy, OrgReader reader) {
        this.mirror = mirror;
        this.mapping = mapping;
        this.policy = policy;
        this.reader = reader;
    }

    /** @return how many plans say something else than before */
    public int run(OrgFacts facts, LocalDate day, Scope scope) {
        OrgKnowledge knowledge = reader.readSome(facts, day);
        String basis = Fingerprint.of(CanonicalText.of(mapping) + CanonicalText.of(policy) + knowledge.shared());
        Derived derived = mirror.derived(facts.orgId());
        Touched touched = mirror.touched(facts.orgId());
        Optional<Derived.State> state = derived.state();
        boolean anew =
                state.filter(known -> known.basis().equals(basis) && known.day().equals(day))
                                .isEmpty()
                        || !touched.wholeSources().isEmpty();
        int[] changed = {0};
        mirror.atOnce(() -> changed[0] =
                anew ? anew(facts, day, scope, knowledge, basis) : changes(facts, day, scope, knowledge, touched));
        return changed[0];
    }

    private int anew(OrgFacts facts, LocalDate day, Scope scope, OrgKnowledge knowledge, String basis) {
        RecordId org = facts.orgId();
        LocalDate from = day.minusDays((long) Math.ceil(2 * reader.widestWindow()));
        new AccountUpkeep(mirror, mapping, org, knowledge).all();
        activities(facts, from).all();
        int changed = sections(facts, day, knowledge, families(org)).all(scope.all());
        mirror.derived(org).state(new Derived.State(basis, day, from));
        mirror.touched(org).concernsAll(Scope.ACCOUNTS);
        return changed;
    }

    private int changes(OrgFacts facts, LocalDate day, Scope scope, OrgKnowledge knowledge, Touched touched) {
        RecordId org = facts.orgId();
        Set<RecordId> accounts = touched.accounts();
        if (accounts.isEmpty()) {
            return 0;
        }
        LocalDate from = mirror.derived(org).state().orElseThrow().activitiesFrom();
        boolean moved = new AccountUpkeep(mirror, mapping, org, knowledge).some(accounts);
        Set<RecordId> concerned = new HashSet<>(activities(facts, from).some(touched, day, windows()));
        AccountTree tree = mirror.derived(org).accounts();
        SectionUpkeep sections = sections(facts, day, knowledge, moved ? families(org) : new Families(tree::parent));
        Set<RecordId> toSign = new HashSet<>(accounts);
        if (moved) {
            toSign.addAll(sections.ofOtherFamily());
        }
        int changed = sections.some(toSign, scope.among(toSign));
        concerned.addAll(sections.concerned());
        touched.concerns(Scope.ACCOUNTS, concerned);
        return changed;
    }

    private ActivityUpkeep activities(OrgFacts facts, LocalDate from) {
        return new ActivityUpkeep(mirror, facts.orgId(), new Participations(mapping, facts.timeZone(), from));
    }

    private SectionUpkeep sections(OrgFacts facts, LocalDate day, OrgKnowledge knowledge, Families families) {
        return new SectionUpkeep(mirror, mapping, policy, facts, knowledge, reader.forPlans(facts, day), families, day);
    }

    /** Those of all accounts, for when many will be asked for. */
    private Families families(RecordId org) {
        Map<String, String> parents = mirror.derived(org).accounts().parents();
        return new Families(account -> Optional.ofNullable(parents.get(account)));
    }

    private List<Double> windows() {
        return List.of(
                policy.windows().capture().one(),
                policy.windows().capture().two(),
                policy.windows().capture().three());
    }
}
