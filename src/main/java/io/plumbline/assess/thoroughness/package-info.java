/**
 * How thorough the plan is, section by section (model section 3).
 *
 * <p>May rely on {@code assess.account}. Internal to {@code assess}.
 */
@NullMarked
package io.plumbline.assess.thoroughness;

import org.jspecify.annotations.NullMarked;
