/**
 * Who calls, and which objects, fields, records and versions of them each caller sees.
 *
 * <p>May rely on the schema, the setup, the store and the refusals.
 */
@NullMarked
package io.plumbline.sandbox.record.sight;

import org.jspecify.annotations.NullMarked;
