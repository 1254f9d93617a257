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
 * POST   /__sandbox/limits   {"limit": 500, "consume": 480}
 * POST   /__sandbox/paging   {"mostRows": 50}
 * POST   /__sandbox/bulk     {"pollsInProgress": 3, "mostRowsPerPage": 100, "reversed": true}
 * POST   /__sandbox/users    {"username": "a@b", "active": false}
 * POST   /__sandbox/locks    {"id": "001...", "attempts": 2} or {"id": "001...", "until": TIME}
 * POST   /__sandbox/fields   {"object": "Account", "field": "Industry", "readable": false, "editable": false}
 * DELETE /__sandbox/sessions
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
 * <p>May rely on {@code http}; reaches the org through {@link io.plumbline.sandbox.control.Levers}.
 */
@NullMarked
package io.plumbline.sandbox.control;

import org.jspecify.annotations.NullMarked;
