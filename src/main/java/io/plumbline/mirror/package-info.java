/**
 * The durable local copy of what the integration user can see, with its watermarks, in H2 or PostgreSQL.
 *
 * <p>May rely on {@code crm}; knows neither Salesforce's protocols nor any rule of the model.
 */
@NullMarked
package io.plumbline.mirror;

import org.jspecify.annotations.NullMarked;
