package io.plumbline.assess.account;

import io.plumbline.dossier.Interaction;

/**
 * An interaction that took place.
 *
 * @param age in days, 0 or more
 * @param contacts places in {@link People} of active contacts of the account, each once
 * @param users places in {@link Touches} of our users, each once, active or not
 * @param weight of its kind, undecayed
 * @param unit its units (model section 1): 0 unless it is two-way and within a year
 */
public record Touch(
        Interaction interaction, long age, int[] contacts, int[] users, double weight, boolean twoWay, double unit) {

    /** The people of one party who took part, by their places. */
    public int[] people(Party party) {
        return party == Party.CUSTOMER ? contacts : users;
    }

    /** Whether one of these contacts took part, which are marked by their places. */
    public boolean reaches(boolean[] marked) {
        for (int contact : contacts) {
            if (marked[contact]) {
                return true;
            }
        }
        return false;
    }
}
