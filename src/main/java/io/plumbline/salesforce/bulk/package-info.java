/**
 * Bulk API 2.0: large answers as a stream of typed rows, large sets of writes as jobs with one outcome for every row. And,
 * in the same dialect, the numbers of many queries in one Composite call.
 *
 * <p>Start reading at {@link io.plumbline.salesforce.bulk.BulkTransport}. Knows nothing of SOAP and decides nothing about
 * when it is used. May rely on {@code salesforce}, its {@code http}, {@code auth} and {@code call}, {@code crm}, and
 * FastCSV.
 */
@NullMarked
package io.plumbline.salesforce.bulk;

import org.jspecify.annotations.NullMarked;
