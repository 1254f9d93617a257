/**
 * One record saved, removed, restored or merged, with all that hangs on it.
 *
 * <p>May rely on the schema, the setup and the other rooms, not on the org as a whole.
 */
@NullMarked
package io.plumbline.sandbox.record.saving;

import org.jspecify.annotations.NullMarked;
