/**
 * Everything known about one account on one day, as immutable records, built from the mirror.
 *
 * <p>May rely on {@code mirror}, {@code config} and {@code crm}.
 */
@NullMarked
package io.plumbline.dossier;

import org.jspecify.annotations.NullMarked;
