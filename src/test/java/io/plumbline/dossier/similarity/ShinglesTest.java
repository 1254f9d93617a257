package io.plumbline.dossier.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShinglesTest {

    @ParameterizedTest(name = "[{0}] against [{1}] is {2}")
    @CsvSource({
        "a b c d e f g h i, a b c d e f g h i, 1",
        "a b c d e f g h i, A  b; (c) d e f g h i., 1",
        "a b c d e f g h i, a b c d e f g h X, 0.666666666666666",
        "a b c d e f g h i, a b c d X f g h i, 0",
        "a b c d e f g h i, a b c d e f g h, 0.8",
        "a b c d e f g h, a b c d e f g, 0.75",
        "a b c d e f g h i, X Y Z a b c d e, 0.125",
        "a b c d, a b c d, 1",
        "a b c d, a b c, 0",
        "a b c d, a b c d e, 0",
        "a b c d e, a b c d e, 1",
        "a a a a a a a a, a a a a a, 1",
        "東京東京東京東京東京, 東京東京東京東京東京, 1",
        "一二三四五六七八九十, 一二三四五六七八九十零, 0.5",
        "一二三四五六七八九, 一二三四五六七八九, 1",
        "一二三四五六七八九, 一二三四五六七八, 0"
    })
    void similarityIsTheShareOfCommonRunsOfFiveWords(String one, String two, double similarity) {
        assertThat(said(one).similarity(said(two))).isCloseTo(similarity, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(said(two).similarity(said(one))).isEqualTo(said(one).similarity(said(two)));
        assertThat(said(one).similarityAtMost(said(two)))
                .isGreaterThanOrEqualTo(said(one).similarity(said(two)));
        assertThat(said(one).identity() == said(two).identity()).isEqualTo(similarity == 1);
    }

    @Test
    void theOrderOfItemsMakesNoDifference() {
        assertThat(said("risk one", "risk number two is a long one")
                        .similarity(said("risk number two is a long one", "risk one")))
                .isEqualTo(1);
    }

    @Test
    void nothingSaidIsLikeNothing() {
        assertThat(said().isEmpty()).isTrue();
        assertThat(said("...", " ").isEmpty()).isTrue();
        assertThat(said().similarity(said())).isZero();
    }

    private static Shingles said(String... parts) {
        return Shingles.of(List.of(parts), 2);
    }
}
