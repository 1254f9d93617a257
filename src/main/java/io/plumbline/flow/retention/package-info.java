/**
 * What goes from here because it is no longer in Salesforce, because a person wants it gone, or because it is old.
 *
 * <p>May rely on {@code mirror}, {@code journal}, {@code crm} and the database; judges nothing.
 */
@NullMarked
package io.plumbline.flow.retention;

import org.jspecify.annotations.NullMarked;
