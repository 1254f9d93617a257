/**
 * What an administrator of the sandbox org has set up beyond its metadata: who is denied which records, rules that refuse a save, automation
 * that rewrites what was saved. Empty in a new org; tests fill it, from Java or over the control face.
 *
 * <p>May rely on the JDK only; the org asks it at every read and save.
 */
@NullMarked
package io.plumbline.sandbox.setup;

import org.jspecify.annotations.NullMarked;
