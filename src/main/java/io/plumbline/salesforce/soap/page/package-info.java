/**
 * Pages of a query's answer read straight from their bytes, where every record is no more than fields with texts; whatever
 * is not is left to WSC. Knows nothing of WSC.
 *
 * <p>Start reading at {@link io.plumbline.salesforce.soap.page.FlatPages}. May rely on {@code salesforce}, its
 * {@code call}, and {@code crm}.
 */
@NullMarked
package io.plumbline.salesforce.soap.page;

import org.jspecify.annotations.NullMarked;
