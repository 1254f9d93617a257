/**
 * The commands that say who may sign in to the console by a password of their own.
 *
 * <p>May rely on {@code ops.access} for what a user is, and on {@code ops.storage} for where users are kept; on no org.
 */
@NullMarked
package io.plumbline.ops.user;

import org.jspecify.annotations.NullMarked;
