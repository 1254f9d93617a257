/**
 * The administrator's choices as immutable records: the connection, the mapping, the assessment policy and the tasks, read from YAML with every problem listed at once.
 *
 * <p>Start at {@link io.plumbline.config.Configuration}, which reads the four files of a folder; what stands in the environment instead, because
 * it is secret or differs by machine, is {@link io.plumbline.config.Environment}. Each file has a room: {@code connector}, {@code mapping},
 * {@code policy} (assessment.yaml) and {@code tasks}; {@code yaml} beneath them knows where in a file everything stands.
 *
 * <p>The records of the rooms are public, because every module reads them; each room's reader or loader is package-private, reached through
 * its chief record. The rooms never use this package.
 *
 * <p>May rely on {@code crm}. Its records know nothing of Spring.
 */
@NullMarked
package io.plumbline.config;

import org.jspecify.annotations.NullMarked;
