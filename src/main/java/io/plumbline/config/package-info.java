/**
 * The administrator's choices as immutable records: the connection, the mapping, the assessment policy and the tasks, read from YAML with every problem listed at once.
 *
 * <p>Start at {@link io.plumbline.config.Configuration}, which reads the four files of a folder; what stands in the environment instead, because
 * it is secret or differs by machine, is {@link io.plumbline.config.Environment}. {@code YamlFile} and its values know where everything
 * stands; one {@code ...Reader} or {@code ...Loader} for each part of a file turns them into records.
 *
 * <p>May rely on {@code crm}. Its records know nothing of Spring.
 */
@NullMarked
package io.plumbline.config;

import org.jspecify.annotations.NullMarked;
