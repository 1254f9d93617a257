package io.plumbline.dossier.similarity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The search among all that the plans say under one section. */
final class SectionSearch {

    private final Banding banding;
    private final Map<Long, Content> contents = new HashMap<>();
    private final Set<Content> candidates = new HashSet<>();

    SectionSearch(Banding banding) {
        this.banding = banding;
    }

    /** First all are shown. */
    void add(Signature signature, Holder holder) {
        Content known = contents.get(signature.identity());
        if (known == null) {
            contents.put(signature.identity(), new Content(signature, holder));
        } else {
            known.heldBy(holder);
        }
    }

    /** Then some turn out to be worth a comparison, each with another. */
    int findCandidates() {
        neighbours(contents.values().stream()).each((one, two) -> {
            candidates.add(one);
            candidates.add(two);
        });
        return candidates.size();
    }

    Stream<String> accountsOfCandidates() {
        return candidates.stream().map(candidate -> candidate.holder().accountId());
    }

    /** These are to be shown once more. */
    void readAgain(Shingles shingles) {
        Content content = contents.get(shingles.identity());
        if (content != null && candidates.contains(content)) {
            content.read(shingles);
        }
    }

    /** And then compared. */
    void compare(double threshold) {
        neighbours(candidates.stream()).each((one, two) -> one.meet(two, threshold));
        candidates.forEach(Content::forget);
        candidates.clear();
    }

    /** At last, by their identity, those that are like another. */
    Map<Long, Content> copied() {
        contents.values().removeIf(content -> !content.isCopied());
        return contents;
    }

    /** In an order that does not hang on the one in which they were shown. */
    private Neighbours neighbours(Stream<Content> among) {
        return new Neighbours(
                banding,
                among.sorted(Comparator.comparingLong(Content::identity)).toList());
    }
}
