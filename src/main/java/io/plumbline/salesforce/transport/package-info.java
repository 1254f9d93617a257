/**
 * Which of Salesforce's APIs does the work: SOAP for little, Bulk API 2.0 for much. Chosen here and nowhere else.
 *
 * <p>May rely on {@code salesforce} and on all that nests in it.
 */
@NullMarked
package io.plumbline.salesforce.transport;

import org.jspecify.annotations.NullMarked;
