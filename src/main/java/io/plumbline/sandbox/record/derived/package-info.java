/**
 * What Salesforce works out by itself when a record is saved: names, closings, sums, last activities.
 *
 * <p>May rely on the schema and the store.
 */
@NullMarked
package io.plumbline.sandbox.record.derived;

import org.jspecify.annotations.NullMarked;
