/**
 * The demo org: a supplier and its customers, each with a story told in the records that a real one would leave behind.
 *
 * <p>Start with {@link io.plumbline.sandbox.seed.demo.DemoOrg} and the list of stories in {@code Stories}. May rely on
 * {@code sandbox.schema} and {@code sandbox.record}, and on the report of {@code sandbox.seed.load}.
 */
@NullMarked
package io.plumbline.sandbox.seed.demo;

import org.jspecify.annotations.NullMarked;
