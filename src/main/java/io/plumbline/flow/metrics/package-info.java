/**
 * What a monitoring system is told: what runs did, and how the connector's own data stand. Numbers by org and by a fixed
 * list of reasons; never by account or person.
 *
 * <p>May rely on {@code salesforce}, {@code writeback}, {@code journal}, {@code mirror} and Micrometer; changes nothing.
 */
@NullMarked
package io.plumbline.flow.metrics;

import org.jspecify.annotations.NullMarked;
