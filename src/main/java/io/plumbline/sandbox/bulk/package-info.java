/**
 * Bulk API 2.0 of the sandbox: query and ingest jobs through their whole life, at {@code jobs/query} and {@code
 * jobs/ingest} below a REST version.
 *
 * <p>Nothing runs in the background. A query is evaluated when its job is created and an upload when its job is closed;
 * what clients see of it moves on when they ask: the first poll finds the job in progress, the next one complete, or
 * as {@link io.plumbline.sandbox.control.BulkPace} says. May rely on {@code http}, {@code gate}, {@code rest}'s dialect,
 * FastCSV and the org.
 */
@NullMarked
package io.plumbline.sandbox.bulk;

import org.jspecify.annotations.NullMarked;
