/**
 * The REST API of the sandbox below {@code /services/data/v62.0} to {@code v66.0}: records, queries, describes,
 * collections and limits, one class for each kind of resource.
 *
 * <p>May rely on {@code http}, {@code gate} and the org.
 */
@NullMarked
package io.plumbline.sandbox.rest;

import org.jspecify.annotations.NullMarked;
