/**
 * The dossiers of an org built from its mirror: each fact through the mapping, each amount in the corporate currency.
 *
 * <p>Start at {@link io.plumbline.dossier.building.Dossiers}. Its rooms build upon each other in this order, and only their
 * own module uses them: {@code rows}, then {@code money}, {@code people} and {@code plans}, then {@code org}, {@code account}
 * and {@code upkeep}.
 *
 * <p>May rely on its rooms, the records of {@code dossier}, on {@code mirror}, {@code config} and {@code crm}.
 */
@NullMarked
package io.plumbline.dossier.building;

import org.jspecify.annotations.NullMarked;
