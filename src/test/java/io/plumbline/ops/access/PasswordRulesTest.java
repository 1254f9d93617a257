package io.plumbline.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords and names are taken. */
class PasswordRulesTest {

    @Test
    void lengthIsWhatCounts() {
        assertThat(PasswordRules.objection("mara", "a".repeat(11)))
                .hasValueSatisfying(why -> assertThat(why).contains("too short"));
        assertThat(PasswordRules.objection("mara", "a".repeat(12))).isEmpty();
        assertThat(PasswordRules.objection("mara", "a".repeat(72))).isEmpty();
        assertThat(PasswordRules.objection("mara", "a".repeat(73)))
                .hasValueSatisfying(why -> assertThat(why).contains("too long"));
        assertThat(PasswordRules.objection("mara", "\u00e4".repeat(37)))
                .as("74 bytes")
                .isPresent();
    }

    @Test
    void nameIsNoPassword() {
        assertThat(PasswordRules.objection("mara.meier", "Mara.Meier-2026"))
                .hasValueSatisfying(why -> assertThat(why).contains("name"));
        assertThat(PasswordRules.objection("al", "a very tall password"))
                .as("two letters stand in many words")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mara", "m", "mara.meier@acme.example", "2nd_floor-screen"})
    void takesNames(String name) {
        assertThat(LocalUser.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mara", " mara", "-x", "a b", "m\u00e4rz", "a\nb", "<script>"})
    void refusesNames(String name) {
        assertThat(LocalUser.isName(name)).isFalse();
    }
}
