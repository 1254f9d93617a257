/**
 * One org as a whole: its clock, its first records, and every call that changes it.
 *
 * <p>May rely on the schema, the setup, its own rooms and the JDK; knows no protocol and no query language.
 */
@NullMarked
package io.plumbline.sandbox.record;

import org.jspecify.annotations.NullMarked;
