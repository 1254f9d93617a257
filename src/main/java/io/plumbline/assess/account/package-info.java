/**
 * The account under assessment as the rules see it: its people, contacts with them, deals, revenue and texts, read once (model sections 0 and 1).
 *
 * <p>May rely on {@code dossier} and {@code config}. Internal to {@code assess}.
 */
@NullMarked
package io.plumbline.assess.account;

import org.jspecify.annotations.NullMarked;
