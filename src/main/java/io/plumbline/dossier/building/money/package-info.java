/**
 * Opportunities, how they came to stand as they do, and what amounts are worth in the corporate currency.
 *
 * <p>May rely on {@code dossier.building.rows}, the mapping and the records of {@code dossier}.
 */
@NullMarked
package io.plumbline.dossier.building.money;

import org.jspecify.annotations.NullMarked;
