/**
 * The tasks of an account: which are made, refreshed and closed, for whom, by when, how they read, and how many a person gets.
 *
 * <p>May rely on the words of {@code change}, on {@code assess}, {@code config} and {@code crm}; has no clock, no I/O and no Spring.
 */
@NullMarked
package io.plumbline.change.task;

import org.jspecify.annotations.NullMarked;
