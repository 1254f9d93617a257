package io.plumbline.assess.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterTest {

    /** Around where the table and the list of ids grow, and with a number expected that is far from the truth. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 16, 17, 32, 33, 1000})
    void everyIdKeepsThePlaceInWhichItCame(int number) {
        for (int expected : new int[] {0, 1, number, 100}) {
            Roster roster = new Roster(expected);
            for (int i = 0; i < number; i++) {
                assertThat(roster.add("id" + i)).isEqualTo(i);
            }
            for (int i = 0; i < number; i++) {
                assertThat(roster.add("id" + i)).as("once more").isEqualTo(i);
                assertThat(roster.placeOf("id" + i)).isEqualTo(i);
                assertThat(roster.id(i)).isEqualTo("id" + i);
            }
            assertThat(roster.size()).isEqualTo(number);
            assertThat(roster.placeOf("stranger")).isEqualTo(-1);
        }
    }

    @Test
    void placeAloneIsTheSameArrayWheneverItIsAskedFor() {
        Roster roster = new Roster(1);
        for (int i = 0; i < 40; i++) {
            int place = roster.add("id" + i);
            int[] alone = roster.alone(place);
            roster.add("next" + i);

            assertThat(alone).containsExactly(place);
            assertThat(roster.alone(place)).isSameAs(alone);
            assertThat(roster.alone(0)).containsExactly(0);
        }
    }

    /** "Aa" and "BB" have one hash in Java, and so have all words made of them. */
    @Test
    void idsOfOneHashAreToldApart() {
        Roster roster = new Roster(0);
        String[] alike = IntStream.range(0, 64)
                .mapToObj(i -> Integer.toBinaryString(64 + i).replace("0", "Aa").replace("1", "BB"))
                .toArray(String[]::new);
        assertThat(alike).extracting(String::hashCode).containsOnly(alike[0].hashCode());

        for (int i = 0; i < alike.length; i++) {
            assertThat(roster.placeOf(alike[i])).isEqualTo(-1);
            assertThat(roster.add(alike[i])).isEqualTo(i);
        }
        assertThat(roster.size()).isEqualTo(64);
        assertThat(roster.placeOf(alike[63])).isEqualTo(63);
    }
}
