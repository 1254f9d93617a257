/**
 * Contacts, users and teams, and which interactions they took part in.
 *
 * <p>May rely on {@code dossier.building.rows}, the mirror, the mapping and the records of {@code dossier}.
 */
@NullMarked
package io.plumbline.dossier.building.people;

import org.jspecify.annotations.NullMarked;
