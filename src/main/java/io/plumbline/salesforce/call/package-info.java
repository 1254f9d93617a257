/**
 * What a call to any of Salesforce's APIs may come to: refusals by the tables of {@code codes}, for whole calls and single
 * records, failures with what they may have done, retries of reads, and values read by a field's type.
 *
 * <p>Shared by {@code soap} and {@code bulk}; knows neither of them. May rely on {@code salesforce}, its {@code http} and
 * {@code codes}, and {@code crm}.
 */
@NullMarked
package io.plumbline.salesforce.call;

import org.jspecify.annotations.NullMarked;
