package io.plumbline.salesforce;

/**
 * Where the next page of an answer begins. Never stored: it dies with its session (traps B1, B2).
 *
 * @param query the query it belongs to
 * @param locator what the server calls the place
 */
public record PageCursor(SoqlQuery query, String locator) {}
