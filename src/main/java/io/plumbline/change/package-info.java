/**
 * What is to be different in Salesforce: the desired state against the known one gives a change set, each change with its reason, within bounds.
 *
 * <p>May rely on {@code assess}, the read side of {@code journal}, {@code config} and {@code crm}; has no clock, no I/O and no Spring.
 */
@NullMarked
package io.plumbline.change;

import org.jspecify.annotations.NullMarked;
