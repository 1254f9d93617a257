package io.plumbline.bench.peers;

import java.net.URI;

/** One way to do some work against the lean org. */
@FunctionalInterface
interface Contestant {

    /** @return how many rows it has read or written */
    long work(Arena arena) throws Exception;

    /**
     * Where it works.
     *
     * @param server the lean org
     * @param rows how many rows there are to be read or written
     * @param csv the rows to be written, as a ready file, for those who do not make it themselves
     */
    record Arena(URI server, int rows, java.nio.file.Path csv) {}
}
