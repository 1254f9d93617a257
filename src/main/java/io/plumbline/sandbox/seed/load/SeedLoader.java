package io.plumbline.sandbox.seed.load;

import io.plumbline.sandbox.record.LoadResult;
import io.plumbline.sandbox.record.Org;
import io.plumbline.sandbox.record.SaveResult;
import io.plumbline.sandbox.record.input.RecordInput;
import io.plumbline.sandbox.record.refusal.RecordError;
import io.plumbline.sandbox.seed.load.Draft.Pending;
import io.plumbline.sandbox.seed.load.DraftIndex.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Puts rows into the org, whatever order they come in: a row is loaded once all rows it refers to are, and references
 * that run in a circle are set afterwards.
 *
 * <p>Nothing is lost in silence: a row, column or value that cannot be loaded stands in the report, and the rest loads.
 */
public final class SeedLoader {

    private final Org org;

    public SeedLoader(Org org) {
        this.org = org;
    }

    /**
     * Loads all rows.
     *
     * @param source what the report calls the seed
     */
    public SeedReport load(String source, SeedRows seed) {
        Drafting drafting = new Drafting(org);
        List<Draft> drafts = drafting.drafts(seed.rows());
        List<SeedProblem> problems = new ArrayList<>(seed.problems());
        problems.addAll(drafting.problems());
        return new Load(org, drafting.index(), drafts, problems).run(source);
    }

    /** One load under way. */
    private static final class Load {

        private record Late(Draft draft, Pending reference) {}

        private final Org org;
        private final DraftIndex index;
        private final List<SeedProblem> problems;
        private final List<Late> late = new ArrayList<>();
        private final Map<String, Integer> loaded = new LinkedHashMap<>();
        private List<Draft> waiting;

        Load(Org org, DraftIndex index, List<Draft> drafts, List<SeedProblem> problems) {
            this.org = org;
            this.index = index;
            this.waiting = drafts;
            this.problems = problems;
        }

        SeedReport run(String source) {
            while (!waiting.isEmpty()) {
                Map<Boolean, List<Draft>> parts = waiting.stream().collect(Collectors.partitioningBy(this::ready));
                List<Draft> ready = parts.getOrDefault(true, List.of());
                waiting = parts.getOrDefault(false, List.of());
                if (ready.isEmpty()) {
                    breakCircle(waiting.getFirst());
                } else {
                    load(ready);
                }
            }
            late.forEach(this::setLate);
            return new SeedReport(source, loaded, problems);
        }

        private boolean ready(Draft draft) {
            return draft.pending().stream().allMatch(this::settled);
        }

        private boolean settled(Pending reference) {
            return !(index.find(reference) instanceof Target.Row row)
                    || row.draft().settled();
        }

        private void breakCircle(Draft draft) {
            List<Pending> open = draft.pending().stream()
                    .filter(reference -> !settled(reference))
                    .toList();
            open.forEach(reference -> late.add(new Late(draft, reference)));
            draft.pending().removeAll(open);
        }

        private void load(List<Draft> ready) {
            List<Draft> complete = ready.stream().filter(this::resolved).toList();
            List<LoadResult> results =
                    org.load(complete.stream().map(Draft::input).toList());
            for (int at = 0; at < complete.size(); at++) {
                settle(complete.get(at), results.get(at));
            }
        }

        /** Puts the Ids of its references into the draft; false when one it cannot do without leads nowhere. */
        private boolean resolved(Draft draft) {
            for (Pending reference : draft.pending()) {
                switch (index.find(reference)) {
                    case Target.Existing existing -> draft.set(reference.field(), existing.id());
                    case Target.Nothing nothing -> refuse(draft, reference, nothing.reason());
                    case Target.Row row ->
                        row.draft()
                                .recordId()
                                .ifPresentOrElse(
                                        id -> draft.set(reference.field(), id),
                                        () -> refuse(draft, reference, "refers to a row that was not loaded"));
                }
            }
            return !draft.settled();
        }

        private void refuse(Draft draft, Pending reference, String reason) {
            String detail = reference.field().name() + " " + reference.text();
            if (reference.field().required()) {
                draft.dropped();
                problems.add(SeedProblem.row(draft.place(), reason, detail));
            } else {
                problems.add(SeedProblem.value(draft.place(), reason, detail));
            }
        }

        private void settle(Draft draft, LoadResult result) {
            result.recordId().filter(id -> result.loaded()).ifPresentOrElse(draft::loaded, draft::dropped);
            if (result.loaded()) {
                loaded.merge(draft.object().name(), 1, Integer::sum);
            } else {
                RecordError first = result.problems().getFirst();
                problems.add(SeedProblem.row(
                        draft.place(),
                        "was refused by the org: " + first.code() + " " + String.join(", ", first.fields()),
                        first.message()));
            }
        }

        private void setLate(Late each) {
            if (!(index.find(each.reference()) instanceof Target.Row row)
                    || each.draft().recordId().isEmpty()) {
                return;
            }
            Draft target = row.draft();
            if (target.recordId().isEmpty()) {
                refuse(each.draft(), each.reference(), "refers to a row that was not loaded");
                return;
            }
            RecordInput change = RecordInput.of(
                    each.draft().object().name(),
                    each.draft().recordId().orElseThrow(),
                    Collections.singletonMap(
                            each.reference().field().name(), target.recordId().orElseThrow()));
            SaveResult result =
                    org.update(org.administrator(), List.of(change), false).getFirst();
            if (!result.success()) {
                problems.add(SeedProblem.value(
                        each.draft().place(),
                        "refers in a circle and the org refused to set it: "
                                + result.errors().getFirst().code(),
                        each.reference().field().name()));
            }
        }
    }
}
