/**
 * The SOAP Partner API through Salesforce's own client (WSC): typed records by describe, writes in batches with one
 * outcome per record, faults as our failures. The only place that may name {@code com.sforce}.
 *
 * <p>Start reading at {@link io.plumbline.salesforce.soap.WscOrg}. WSC composes requests and reads answers; what it
 * does badly is not left to it: sending ({@code WireTransport}), faults ({@code SoapFault}) and results of writes
 * ({@code WriteResults}) are read from the bytes, because its enumerations break on codes they do not know (trap F5), and
 * so are pages of flat records ({@code QueryPages}), because they are nearly all that reading costs.
 * May rely on {@code salesforce}, its {@code http} and {@code auth}, and {@code crm}.
 */
@NullMarked
package io.plumbline.salesforce.soap;

import org.jspecify.annotations.NullMarked;
