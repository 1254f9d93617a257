package io.plumbline.dossier.similarity;

import io.plumbline.config.policy.TextPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the sections that say what those of other customers say: the Jaccard similarity of their shingles of five words is
 * at least the policy's threshold (model section 3).
 *
 * <p>Sections that are equal to the letter are found always. Of those that are not, MinHash in bands finds candidates in
 * a time that grows with the number of plans and not with its square, missing less than one in a thousand pairs at the
 * threshold; what is told of a pair is computed exactly. The same plans give the same result, in whatever order they come.
 *
 * <p>Held at a time are some 200 bytes for each different content of a section, and the shingles of those that may be
 * alike, one or a few sections at a time: the plans are read once, and those that may be alike once more for each such few.
 */
public final class BoilerplateSearch {

    /** The most contents whose shingles are held, unless one section alone has more. */
    private static final int HELD = 200_000;

    /** The model compares numbers after rounding them to nine decimals. */
    private static final double ROUNDING = 1e-9;

    private final double charactersPerWord;
    private final double threshold;
    private final Banding banding;

    public BoilerplateSearch(TextPolicy policy) {
        this.charactersPerWord = policy.charactersPerWord();
        this.threshold = policy.boilerplateThreshold() - ROUNDING;
        this.banding = Banding.forThreshold(Math.clamp(policy.boilerplateThreshold(), 0, 1));
    }

    public Boilerplate in(PlanSections plans) {
        Map<String, SectionSearch> sections = new TreeMap<>();
        plans.read(
                account -> true,
                (holder, section, content) -> signature(content)
                        .ifPresent(signature -> sections.computeIfAbsent(section, id -> new SectionSearch(banding))
                                .add(signature, holder)));
        return compared(sections, plans);
    }

    /** What has to be kept of a section to find later what is like it; empty when the section says too little. */
    public Optional<Signature> signature(List<String> content) {
        Shingles shingles = Shingles.of(content, charactersPerWord);
        return shingles.isEmpty()
                ? Optional.empty()
                : Optional.of(new Signature(shingles.identity(), banding.of(shingles)));
    }

    /**
     * The same as {@link #in} without reading what was signed before: of the plans only the sections that may be alike
     * are read.
     */
    public Boilerplate among(Collection<Signed> signed, PlanSections plans) {
        Map<String, SectionSearch> sections = new TreeMap<>();
        signed.forEach(one -> sections.computeIfAbsent(one.section(), id -> new SectionSearch(banding))
                .add(one.signature(), one.holder()));
        return compared(sections, plans);
    }

    /** A section of somebody's plan, of which only the signature is at hand. */
    public record Signed(Holder holder, String section, Signature signature) {}

    private Boilerplate compared(Map<String, SectionSearch> sections, PlanSections plans) {
        for (Map<String, SectionSearch> few : inTurns(sections)) {
            readAgain(plans, few);
            few.values().forEach(section -> section.compare(threshold));
        }
        Map<String, Map<Long, Content>> copied = new HashMap<>();
        sections.forEach((id, section) -> copied.put(id, section.copied()));
        return new Boilerplate(charactersPerWord, copied);
    }

    private static List<Map<String, SectionSearch>> inTurns(Map<String, SectionSearch> sections) {
        List<Map<String, SectionSearch>> turns = new ArrayList<>();
        int held = HELD;
        for (Map.Entry<String, SectionSearch> section : sections.entrySet()) {
            int candidates = section.getValue().findCandidates();
            if (candidates > 0) {
                held += candidates;
                if (held > HELD) {
                    turns.add(new HashMap<>());
                    held = candidates;
                }
                turns.getLast().put(section.getKey(), section.getValue());
            }
        }
        return turns;
    }

    private void readAgain(PlanSections plans, Map<String, SectionSearch> few) {
        Set<String> accounts = few.values().stream()
                .flatMap(SectionSearch::accountsOfCandidates)
                .collect(Collectors.toSet());
        plans.read(accounts::contains, (holder, section, content) -> {
            SectionSearch search = few.get(section);
            if (search != null) {
                search.readAgain(Shingles.of(content, charactersPerWord));
            }
        });
    }
}
