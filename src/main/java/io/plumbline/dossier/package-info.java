/**
 * Everything known about one account on one day, as immutable records.
 *
 * <p>They come about in two ways, each in a room of its own that other modules may use: {@code building} from the mirror, {@code json}
 * from text. Neither knows the other, and the records know neither.
 *
 * <p>May rely on {@code crm}; its rooms also on {@code mirror} and {@code config}.
 */
@NullMarked
package io.plumbline.dossier;

import org.jspecify.annotations.NullMarked;
