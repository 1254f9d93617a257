/**
 * One writer: an org is leased to one instance at a time, by the clock of the database they share.
 *
 * <p>May rely on {@code crm} and Spring JDBC; knows neither changes nor Salesforce.
 */
@NullMarked
package io.plumbline.writeback.lease;

import org.jspecify.annotations.NullMarked;
