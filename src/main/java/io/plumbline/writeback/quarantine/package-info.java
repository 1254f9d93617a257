/**
 * Poison records: changes that the org refuses until somebody does something, named and tried again with patience.
 *
 * <p>May rely on {@code crm} and Spring JDBC; knows a change by its key and its fingerprint only.
 */
@NullMarked
package io.plumbline.writeback.quarantine;

import org.jspecify.annotations.NullMarked;
