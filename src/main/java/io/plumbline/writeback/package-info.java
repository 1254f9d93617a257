/**
 * Carries a change set to Salesforce: recorded in the outbox before it is sent, settled by one outcome per record after.
 *
 * <p>May rely on {@code change}, {@code salesforce} and {@code crm}; holds no rule of the model.
 */
@NullMarked
package io.plumbline.writeback;

import org.jspecify.annotations.NullMarked;
