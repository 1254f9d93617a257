/**
 * What all dossiers of an org have in common, and what of an org cannot be seen.
 *
 * <p>May rely on the rooms for rows, money and people, the mirror and the configuration.
 */
@NullMarked
package io.plumbline.dossier.building.org;

import org.jspecify.annotations.NullMarked;
