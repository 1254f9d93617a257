/**
 * One exchange with Salesforce over the connections of Apache's HttpClient, which nobody else names: deadlines, no redirects, no
 * silent resend, a bound on what an answer may inflate to, and the list of hosts that may receive a token.
 *
 * <p>Used by {@code auth} and {@code soap} alike; knows neither of them. May rely on the failures of {@code salesforce}.
 */
@NullMarked
package io.plumbline.salesforce.http;

import org.jspecify.annotations.NullMarked;
