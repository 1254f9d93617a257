/**
 * Where each fact stands in the org and where each result goes: mapping.yaml.
 *
 * <p>Its records are for every module; its readers are its own. May rely on {@code config.policy},
 * {@code config.yaml} and {@code crm}.
 */
@NullMarked
package io.plumbline.config.mapping;

import org.jspecify.annotations.NullMarked;
