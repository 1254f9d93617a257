/**
 * The dossiers of an org built from its mirror: each fact through the mapping, each amount in the corporate currency.
 *
 * <p>Start at {@link io.plumbline.dossier.building.Dossiers}. May rely on the records of {@code dossier}, on {@code mirror}, {@code config} and
 * {@code crm}.
 */
@NullMarked
package io.plumbline.dossier.building;

import org.jspecify.annotations.NullMarked;
