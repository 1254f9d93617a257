package io.plumbline.assess.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelListTest {

    private final LabelList labels =
            new LabelList(List.of("Decision Maker", " coach ", "COACH", "Käufer", "Покупатель", "\u0130stanbul"));

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Decision Maker,0",
                "dECISION mAKER,0",
                " \t\u00A0Decision Maker\u00A0 ,0",
                "Decision  Maker,-1",
                "Decision,-1",
                "Decision Makers,-1",
                "Coach,1",
                "KÄUFER,2",
                "покупатель,3",
                "\u2003Покупатель,3",
                "Продавец,-1",
                "Coach\u0431,-1",
                "\u0130STANBUL,4",
                "Istanbul,-1"
            })
    void findsALabelWhateverItsCaseAndTheSpaceAroundIt(String text, int place) {
        assertThat(labels.placeOf(text)).isEqualTo(place);
        assertThat(labels.has(text)).isEqualTo(place >= 0);
    }

    @Test
    void countsALabelOnceAndHasNoneThatIsNotThere() {
        assertThat(labels.size()).isEqualTo(5);
        assertThat(labels.has(null)).isFalse();
        assertThat(labels.placeOf("")).isEqualTo(-1);
        assertThat(labels.placeOf(" \u00A0")).isEqualTo(-1);
        assertThat(new LabelList(List.of()).has("Coach")).isFalse();
    }
}
