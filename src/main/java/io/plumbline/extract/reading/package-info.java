/**
 * How one source is brought up to date in the mirror: by windows of stamps, as a snapshot, or as one large answer, and by
 * the daily comparison row by row.
 *
 * <p>May rely on {@code salesforce}, {@code mirror}, {@code config} and {@code crm}; knows nothing of the mapping as a whole.
 */
@NullMarked
package io.plumbline.extract.reading;

import org.jspecify.annotations.NullMarked;
