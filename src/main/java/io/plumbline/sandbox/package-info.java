/**
 * An embedded Salesforce on the loopback interface: a small org that speaks the real protocols, strict where the real one is.
 *
 * <p>{@link io.plumbline.sandbox.Sandbox} is the way in. Below it, from the inside out: {@code schema}, {@code setup}, {@code record} and {@code
 * soql} are the org; {@code gate} is what every protocol has in common; {@code soap}, {@code rest} and {@code bulk} are the protocols and {@code oauth}
 * the sign-in, all on {@code http}; {@code control} is what tests see and steer; {@code seed} fills an org.
 *
 * <p>May rely on nothing of ours and nothing of WSC, so that a mistake in our translation cannot cancel itself out; it is spoken to by wire only.
 */
@NullMarked
package io.plumbline.sandbox;

import org.jspecify.annotations.NullMarked;
