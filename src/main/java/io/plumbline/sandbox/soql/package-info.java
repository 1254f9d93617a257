/**
 * SOQL as the sandbox understands it: text parsed by a real grammar, checked against what the caller may see, evaluated over the records.
 *
 * <p>May rely on the schema and record packages and on the Apex parser.
 */
@NullMarked
package io.plumbline.sandbox.soql;

import org.jspecify.annotations.NullMarked;
