/**
 * The rows of a mirror as the mapping names them: which account, source and field, in the time zone and fiscal years of
 * the org.
 *
 * <p>May rely on the mirror, the mapping and {@code crm}.
 */
@NullMarked
package io.plumbline.dossier.building.rows;

import org.jspecify.annotations.NullMarked;
