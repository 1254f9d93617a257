/**
 * How the connector works with the org, when it runs and what it may write: connector.yaml.
 *
 * <p>Its records are for every module; its reader is its own. May rely on {@code config.mapping} and {@code config.yaml}.
 */
@NullMarked
package io.plumbline.config.connector;

import org.jspecify.annotations.NullMarked;
