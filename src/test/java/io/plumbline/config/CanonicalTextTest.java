package io.plumbline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CanonicalTextTest {

    private record Bean(Map<String, Integer> map, Set<String> set, Optional<String> text) {}

    @Test
    void orderOfSetsAndMapsDoesNotCount() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("b", 2);
        map.put("a", 1);
        Set<String> set = new LinkedHashSet<>(List.of("y", "x"));

        assertThat(CanonicalText.of(new Bean(map, set, Optional.of("t"))))
                .isEqualTo(CanonicalText.of(new Bean(Map.of("a", 1, "b", 2), Set.of("x", "y"), Optional.of("t"))))
                .isEqualTo("Bean(map={'a'='1','b'='2'},set={'x','y'},text='t')");
    }

    @Test
    void whatDiffersDiffers() {
        assertThat(CanonicalText.of(List.of("a", "b"))).isNotEqualTo(CanonicalText.of(List.of("b", "a")));
        assertThat(CanonicalText.of(Optional.empty())).isNotEqualTo(CanonicalText.of(Optional.of("")));
        assertThat(CanonicalText.of(List.of(1))).isNotEqualTo(CanonicalText.of(List.of(2)));
    }

    /** An object without a text of its own would be another in every process. */
    @Test
    void theWholeConfigurationHasATextOfItsOwn() {
        assertThat(CanonicalText.of(Configuration.shipped()))
                .isEqualTo(CanonicalText.of(Configuration.shipped()))
                .doesNotContainPattern("@[0-9a-f]{5,8}'");
    }
}
