/**
 * What a check-up and a configuration look like on a terminal and in JSON, and the disk that the data lies on.
 *
 * <p>May rely on what {@code flow.checkup} tells and on {@code config}.
 */
@NullMarked
package io.plumbline.ops.doctor;

import org.jspecify.annotations.NullMarked;
