/**
 * Plumbline beside the tools that people would use instead, all on one machine in one run: {@code mvn -Ppeers}.
 *
 * <p>May rely on everything, and on nothing that the tests of the build need.
 */
@NullMarked
package io.plumbline.bench.peers;

import org.jspecify.annotations.NullMarked;
