/**
 * WHERE and HAVING as conditions on rows: operators, literals, dates, and the index that may be asked.
 *
 * <p>May rely on the text of the query, the schema and the Apex parser.
 */
@NullMarked
package io.plumbline.sandbox.soql.condition;

import org.jspecify.annotations.NullMarked;
