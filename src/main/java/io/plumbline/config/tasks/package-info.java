/**
 * Which findings become tasks and how these read: tasks.yaml.
 *
 * <p>Its records are for every module; its reader is its own. May rely on {@code config.policy} and {@code config.yaml}.
 */
@NullMarked
package io.plumbline.config.tasks;

import org.jspecify.annotations.NullMarked;
