package io.plumbline.salesforce;

import java.util.OptionalLong;

/**
 * API calls.
 *
 * @param ours calls made by this program since it started, as Salesforce counts them: a sign-in is none
 * @param orgUsed calls of all programs today, as the org last told
 * @param orgLimit calls that the org allows in 24 hours, as the org last told
 */
public record ApiUsage(long ours, OptionalLong orgUsed, OptionalLong orgLimit) {}
