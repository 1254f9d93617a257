/**
 * What a record says, as the text that lies in a row of the mirror: its fields in JSON, written and read by hand since there are
 * millions of them.
 *
 * <p>May rely on {@code crm} alone, and on PostgreSQL's driver for bytes on their way to it.
 */
@NullMarked
package io.plumbline.mirror.content;

import org.jspecify.annotations.NullMarked;
