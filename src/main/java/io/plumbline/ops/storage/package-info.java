/**
 * Where the mirror, the journal and the outbox lie, and how a command gets hold of them.
 *
 * <p>May rely on {@code config} and on what {@code flow.checkup} tells; on no command.
 */
@NullMarked
package io.plumbline.ops.storage;

import org.jspecify.annotations.NullMarked;
