/**
 * The door to Salesforce: records in pages, writes with one outcome per record, descriptions, and failures as sealed
 * types that say who must act and how.
 *
 * <p>Other packages see {@link io.plumbline.salesforce.SalesforceOrg} and the values around it, never a transport.
 * What nests in it is internal: {@code http} is one exchange with deadlines, {@code auth} signs in, {@code codes} says
 * what a refusal means in any API, {@code call} is what all calls to one org share, {@code soap} speaks the Partner API
 * through WSC and is the only place that may name WSC's types, {@code bulk} speaks Bulk API 2.0, {@code transport}
 * chooses between the two.
 * May rely on {@code crm}.
 */
@NullMarked
package io.plumbline.salesforce;

import org.jspecify.annotations.NullMarked;
