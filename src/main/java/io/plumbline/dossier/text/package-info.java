/**
 * What a text says: its plain form, whether it says anything at all, and its words (model section 0).
 *
 * <p>May rely on {@code config}.
 */
@NullMarked
package io.plumbline.dossier.text;

import org.jspecify.annotations.NullMarked;
