package io.plumbline.flow;

import java.util.List;

/** A run that must not go on before somebody changed something; nothing was written. */
public final class SyncRefusedException extends RuntimeException {

    private final transient List<String> problems;

    public SyncRefusedException(List<String> problems) {
        super(String.join(" ", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, who can fix it and how, one sentence or two each. */
    public List<String> problems() {
        return problems;
    }
}
