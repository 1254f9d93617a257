/**
 * Whether the plan is solid and defensible, and which roles the team covers (model section 4).
 *
 * <p>May rely on {@code assess.account}. Internal to {@code assess}.
 */
@NullMarked
package io.plumbline.assess.vetting;

import org.jspecify.annotations.NullMarked;
