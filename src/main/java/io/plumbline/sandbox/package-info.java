/**
 * An embedded Salesforce on the loopback interface: a small org that speaks the real protocols, strict where the real one is.
 *
 * <p>May rely on nothing of ours and nothing of WSC, so that a mistake in our translation cannot cancel itself out; it is spoken to by wire only.
 */
@NullMarked
package io.plumbline.sandbox;

import org.jspecify.annotations.NullMarked;
