/**
 * What is derived from the rows of many accounts and kept in step with them: hierarchies, who logs activity, what
 * sections of plans say.
 *
 * <p>May rely on the rooms for rows, people, plans, the org and the account, {@code dossier.similarity} and the mirror.
 */
@NullMarked
package io.plumbline.dossier.building.upkeep;

import org.jspecify.annotations.NullMarked;
