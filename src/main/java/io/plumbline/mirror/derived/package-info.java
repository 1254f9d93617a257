/**
 * What accounts must know of each other, derived from the rows of the mirror and stored beside them, so that one account can
 * be judged without reading all the others.
 *
 * <p>May rely on {@code crm} alone. What is derived, and when, is decided by those who write here.
 */
@NullMarked
package io.plumbline.mirror.derived;

import org.jspecify.annotations.NullMarked;
