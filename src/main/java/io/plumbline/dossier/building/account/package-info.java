/**
 * The dossier of one account, put together from its rows and from what is known of the org.
 *
 * <p>May rely on the rooms for rows, money, people, plans and the org.
 */
@NullMarked
package io.plumbline.dossier.building.account;

import org.jspecify.annotations.NullMarked;
