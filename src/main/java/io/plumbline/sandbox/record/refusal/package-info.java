/**
 * Why the org refuses a record or a whole call, in the codes and words of Salesforce.
 *
 * <p>May rely on the schema and the store.
 */
@NullMarked
package io.plumbline.sandbox.record.refusal;

import org.jspecify.annotations.NullMarked;
