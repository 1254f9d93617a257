package io.plumbline.extract.reading;

import java.util.List;
import java.util.Optional;

/** What one query asks for, and how it is cut when that is too much at once. */
interface Part<P> {

    /** Two parts that together are this one, in the order in which they are to be read; empty when it cannot be cut. */
    Optional<List<P>> halves();
}
