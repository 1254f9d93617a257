/**
 * How healthy the relationship is: dimensions, measures, caps, band and trend (model section 5).
 *
 * <p>May rely on {@code assess.account}. Internal to {@code assess}.
 */
@NullMarked
package io.plumbline.assess.health;

import org.jspecify.annotations.NullMarked;
