/**
 * What tests and operators see of the sandbox and steer in it, and what real Salesforce does not have: the journal of
 * requests and effects, faults, the API meter, and their HTTP face at {@code /__sandbox} (no sign-in, loopback only).
 *
 * <p>The language, all JSON, times in ISO 8601:
 *
 * <pre>{@code
 * GET    /__sandbox/clock                                   {"now": "2026-11-22T08:00:00Z"}
 * POST   /__sandbox/clock    {"set": "2026-12-01T00:00:00Z"} or {"advance": "PT2H"}
 * GET    /__sandbox/journal[?operation=soap.*]              {"entries": [...], "effects": [...]}
 * DELETE /__sandbox/journal
 * GET    /__sandbox/faults                                  [{"number": 1, "kind": ..., ...}]
 * POST   /__sandbox/faults   {"kind": ..., "operation": "soap.update", "at": 3, "times": 1, "until": TIME, ...}
 * DELETE /__sandbox/faults   or /__sandbox/faults/1
 * GET    /__sandbox/limits                                  {"limit": 100000, "used": 12}
 * POST   /__sandbox/limits   {"limit": 500, "consume": 480, "mostAtOnce": 3}
 * POST   /__sandbox/paging   {"mostRows": 50}
 * POST   /__sandbox/bulk     {"pollsInProgress": 3, "mostRowsPerPage": 100, "reversed": true}
 *                            {"refuse": ["Order"], "shuffledColumns": true, "lastLocator": "word", "empty" or "absent"}
 *                            {"rowsLost": 1, "rowsRepeated": 1, "failure": "InternalServerError : ..."}, null to end it
 * DELETE /__sandbox/bulk     puts back what is refused, lost, repeated, shuffled or failing
 * POST   /__sandbox/users    {"username": "a@b", "active": false}
 * POST   /__sandbox/locks    {"id": "001...", "attempts": 2} or {"id": "001...", "until": TIME}
 * POST   /__sandbox/fields   {"object": "Account", "field": "Industry", "readable": false, "editable": false}
 * POST   /__sandbox/sessions {"username": "a@b"}            {"accessToken": ...}, for writing as the administrator
 * DELETE /__sandbox/sessions
 * POST   /__sandbox/sign-in  {"oneAtATime": true, "newestOnly": true, "takes": "PT0.05S"}
 * POST   /__sandbox/host     {"oldHost": "redirects"}, "gone" or "silent"   {"instanceUrl": ...}
 * POST   /__sandbox/organization {"id": "00D..."}
 * GET    /__sandbox/sharing                                 {"hidden": ["001...", ...]}
 * POST   /__sandbox/sharing  {"object": "Account", "hidePercent": 30} or {"hide": [...]} or {"share": [...]}
 * DELETE /__sandbox/sharing
 * POST   /__sandbox/rules    {"object": "Account", "field": "Rating", "refused": "Hot", "message": ...}, null for the blank
 * POST   /__sandbox/rules    {"object": "Account", "field": "Name", "unique": true, "message": ...}
 * DELETE /__sandbox/rules
 * POST   /__sandbox/automations {"object": "Account", "field": "Site", "rewrite": "upper-case"}
 *                            or "cut", "add", "replace" with a "value"
 * DELETE /__sandbox/automations
 * POST   /__sandbox/metadata {"object": "Account", "add": "Region__c", "type": "string", "length": 40}
 *                            or "remove", or "rename" with "to", or "resize" with "length"
 * POST   /__sandbox/queries  {"mostRowsInTime": 5000}
 * POST   /__sandbox/commits  {"delay": "PT3S"}, zero to end it
 * POST   /__sandbox/stamps   {"ids": [...]}
 * POST   /__sandbox/merge    {"master": "001...", "merged": ["001...", ...]}
 * POST   /__sandbox/purge    {"ids": [...]}
 * DELETE /__sandbox/cursors
 * }</pre>
 *
 * <p>A fault strikes the {@code at}-th request (1 unless given) whose operation matches ({@code *} unless given), and
 * {@code times} of them in a row (1 unless given, 0 for all). Kinds: {@code delay} ("millis"), {@code dead-session}
 * ("message", "asynchronous"), {@code reset-before}, {@code reset-after}, {@code cut-body} ("bytes"), {@code
 * maintenance} ("status" 503 or 200), {@code limit-reached}, {@code read-only}, {@code refuse} ("code", "message"),
 * {@code row-error} ("code", "message", "fields", "ids", "rows"), {@code row-lock} ("ids"). Operations are named
 * {@code oauth.token}, {@code soap.<name in the WSDL>}, {@code rest.<resource>.<verb>}, {@code bulk.query.<step>},
 * {@code bulk.ingest.<step>}.
 *
 * <p>Most of what happens in an org needs no lever: write as the administrator over the ordinary API, with a session of its own. {@code
 * commits} and {@code stamps} do what no API call can: saves that become visible later than their stamp, stamps that move by themselves.
 *
 * <p>May rely on {@code http}, {@code schema} and {@code setup}; reaches the org through {@link io.plumbline.sandbox.control.Levers}.
 */
@NullMarked
package io.plumbline.sandbox.control;

import org.jspecify.annotations.NullMarked;
