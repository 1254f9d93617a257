/**
 * Where each number of an assessment comes from: recorded by the rules while they compute, as a tree of inputs that gives the
 * number again when it is recombined.
 *
 * <p>May rely on {@code config}. Internal to {@code assess}.
 */
@NullMarked
package io.plumbline.assess.explanation;

import org.jspecify.annotations.NullMarked;
