package io.plumbline.dossier.building.org;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is found out when it is first asked for, and once, whichever thread asks. */
final class Remembered<T> {

    private final Supplier<T> source;
    private @Nullable T value;

    Remembered(Supplier<T> source) {
        this.source = source;
    }

    synchronized T get() {
        T known = value;
        if (known == null) {
            known = source.get();
            value = known;
        }
        return known;
    }
}
