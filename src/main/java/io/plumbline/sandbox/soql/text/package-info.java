/**
 * The text of a query: parsed by a real grammar, and refused with the place in it.
 *
 * <p>May rely on the refusals of records and on the Apex parser.
 */
@NullMarked
package io.plumbline.sandbox.soql.text;

import org.jspecify.annotations.NullMarked;
