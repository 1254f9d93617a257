/**
 * What Salesforce's error codes mean to Plumbline: one table for calls refused as a whole, in all dialects
 * ({@link io.plumbline.salesforce.codes.CallCause}), one for single records
 * ({@link io.plumbline.salesforce.codes.RowCause}) and one for sign-ins
 * ({@link io.plumbline.salesforce.codes.SignInCause}). Each row says what is done, who can mend it and how;
 * {@code src/docs/error-codes.md} is made from them.
 *
 * <p>May rely on the failures and outcomes of {@code salesforce} and on {@code crm}; knows no transport.
 */
@NullMarked
package io.plumbline.salesforce.codes;

import org.jspecify.annotations.NullMarked;
