/**
 * How far the runs under way have come, for whoever looks on: a terminal, a page, a meter.
 *
 * <p>May rely on {@code crm} alone; holds numbers and decides nothing by them.
 */
@NullMarked
package io.plumbline.flow.progress;

import org.jspecify.annotations.NullMarked;
