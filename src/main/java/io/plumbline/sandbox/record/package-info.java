/**
 * The state of the sandbox org and every change to it: Ids, records, audit stamps, derived values, and the refusals of a real org.
 *
 * <p>May rely on the schema and setup packages and the JDK; knows no protocol and no query language.
 */
@NullMarked
package io.plumbline.sandbox.record;

import org.jspecify.annotations.NullMarked;
