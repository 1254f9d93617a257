/**
 * Whether what was planned gets done (model section 4).
 *
 * <p>May rely on {@code assess.account}. Internal to {@code assess}.
 */
@NullMarked
package io.plumbline.assess.execution;

import org.jspecify.annotations.NullMarked;
