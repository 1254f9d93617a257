/**
 * How current the plan is: the governing plan, its clocks and its drift (model section 2).
 *
 * <p>May rely on {@code assess.account}. Internal to {@code assess}.
 */
@NullMarked
package io.plumbline.assess.currency;

import org.jspecify.annotations.NullMarked;
