package io.plumbline.assess.account;

import java.util.List;

/** One part of an assessment and what it found, in the part's own order. */
public record Judged<T>(T result, List<Observation> observations) {

    public Judged {
        observations = List.copyOf(observations);
    }
}
