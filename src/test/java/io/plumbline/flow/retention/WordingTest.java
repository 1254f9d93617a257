package io.plumbline.flow.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {

    /** A word inside another one is another word. */
    @Test
    void otherWordsStayAsTheyAre() {
        Wording words = Wording.of(List.of("Ann Lee", "ann@x.example", "Al"));

        assertThat(words.takenOutOf("ANN LEE, Joann Leeds, Ann Leer and (Ann Lee) by ann@x.example; Al"))
                .isEqualTo("***, Joann Leeds, Ann Leer and (***) by ***; Al");
        assertThat(words.takenOutOf("{\"Name\":\"tAnn Lee\",\"Text\":\"tone\\nAnn Lee\\ttwo\"}"))
                .isEqualTo("{\"Name\":\"t***\",\"Text\":\"tone\\n***\\ttwo\"}");
        assertThat(Wording.of(List.of("Jo \"Bo\" Li")).takenOutOf("{\"Name\":\"tJo \\\"Bo\\\" Li\"}"))
                .isEqualTo("{\"Name\":\"t***\"}");
        assertThat(Wording.of(List.of("100%_a")).likes()).containsExactly("%100!%!_a%");
    }
}
