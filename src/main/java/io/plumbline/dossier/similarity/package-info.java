/**
 * Boilerplate: which sections of the plans of an org say what those of other accounts say (model section 3).
 *
 * <p>Start at {@link io.plumbline.dossier.similarity.BoilerplateSearch}. Pure: it knows words and accounts, and nothing of
 * where they come from. May rely on {@code dossier.text} and the policy.
 */
@NullMarked
package io.plumbline.dossier.similarity;

import org.jspecify.annotations.NullMarked;
