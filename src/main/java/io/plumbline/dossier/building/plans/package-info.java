/**
 * Plans with their entries, what in them is substance, and which of their sections are like those of another customer.
 *
 * <p>May rely on {@code dossier.building.rows} and {@code money}, the mirror, the configuration and the records of
 * {@code dossier}.
 */
@NullMarked
package io.plumbline.dossier.building.plans;

import org.jspecify.annotations.NullMarked;
