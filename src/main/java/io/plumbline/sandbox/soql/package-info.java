/**
 * SOQL as the sandbox understands it: checked against what the caller may see, evaluated over the records.
 *
 * <p>May rely on the schema, the records, its own rooms and the Apex parser.
 */
@NullMarked
package io.plumbline.sandbox.soql;

import org.jspecify.annotations.NullMarked;
