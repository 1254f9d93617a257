/**
 * What happened and why: runs, outcomes, written values and the history of verdicts.
 *
 * <p>May rely on {@code crm}.
 */
@NullMarked
package io.plumbline.journal;

import org.jspecify.annotations.NullMarked;
