package io.plumbline.assess.account;

import java.util.Arrays;
import java.util.List;

/** Units within the year by person, in the order in which people first appear: each touch counts in full to each. */
public final class Units {

    private final double[] units;
    private final int[] order;
    private int people;

    Units(List<Touch> touches, Party party, int everybody) {
        units = new double[everybody];
        order = new int[everybody];
        for (Touch touch : touches) {
            if (touch.unit() > 0) {
                for (int person : touch.people(party)) {
                    if (units[person] == 0) {
                        order[people++] = person;
                    }
                    units[person] += touch.unit();
                }
            }
        }
    }

    /** The places of those who have units. */
    public int[] people() {
        return Arrays.copyOf(order, people);
    }

    public double of(int person) {
        return units[person];
    }

    /** All units, those of a person cut at {@code most}. */
    public double total(double most) {
        double total = 0;
        for (int i = 0; i < people; i++) {
            total += Math.min(units[order[i]], most);
        }
        return total;
    }

    /** The sum of squared shares of units cut at {@code most}: 1 when all goes through one person. */
    public double concentration(double most) {
        double total = total(most);
        double sum = 0;
        for (int i = 0; i < people; i++) {
            double share = Math.min(units[order[i]], most) / total;
            sum += share * share;
        }
        return sum;
    }
}
