/**
 * The records of the org as they are kept: their tables and indexes, their Ids, what is undone together, what is not yet committed.
 *
 * <p>May rely on the schema and the JDK; knows neither callers nor rules.
 */
@NullMarked
package io.plumbline.sandbox.record.store;

import org.jspecify.annotations.NullMarked;
