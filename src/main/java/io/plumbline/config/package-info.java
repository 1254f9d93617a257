/**
 * The administrator's choices as immutable records: the connection, the mapping, the assessment policy and the tasks, read from YAML with every problem listed at once.
 *
 * <p>May rely on {@code crm}. Its records know nothing of Spring.
 */
@NullMarked
package io.plumbline.config;

import org.jspecify.annotations.NullMarked;
