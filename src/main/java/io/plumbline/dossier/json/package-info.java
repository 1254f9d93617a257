/**
 * A dossier read from its JSON form, one object a line.
 *
 * <p>Start at {@link io.plumbline.dossier.json.DossierJson}. May rely on the records of {@code dossier}.
 */
@NullMarked
package io.plumbline.dossier.json;

import org.jspecify.annotations.NullMarked;
