/**
 * What a caller sends for a record, read against the schema and what the caller may write.
 *
 * <p>May rely on the schema, the store, the refusals and the sight.
 */
@NullMarked
package io.plumbline.sandbox.record.input;

import org.jspecify.annotations.NullMarked;
