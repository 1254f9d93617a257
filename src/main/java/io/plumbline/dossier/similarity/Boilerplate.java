package io.plumbline.dossier.similarity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which sections of an org's plans are alike, as a {@link BoilerplateSearch} found. */
public final class Boilerplate {

    private final double charactersPerWord;
    private final Map<String, Map<Long, Content>> copied;

    Boilerplate(double charactersPerWord, Map<String, Map<Long, Content>> copied) {
        this.charactersPerWord = charactersPerWord;
        this.copied = copied;
    }

    /**
     * How alike a section is to the most alike one of another customer; empty when none is as alike as the threshold that
     * was searched with, or the section is empty, or was not there at the search.
     */
    public Optional<Likeness> of(Holder holder, String section, List<String> content) {
        return copied.getOrDefault(section, Map.of()).isEmpty()
                ? Optional.empty()
                : of(holder, section, Shingles.of(content, charactersPerWord).identity());
    }

    /** The same of a section of which only the identity is at hand ({@link Signature}). */
    public Optional<Likeness> of(Holder holder, String section, long identity) {
        return Optional.ofNullable(copied.getOrDefault(section, Map.of()).get(identity))
                .flatMap(found -> found.likeness(holder));
    }
}
