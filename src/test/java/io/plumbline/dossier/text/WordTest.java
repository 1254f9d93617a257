package io.plumbline.dossier.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordTest {

    @ParameterizedTest(name = "[{0}] reads {1}")
    @CsvSource({
        "'  Grow, with (them)!  ', grow|with|them",
        "'Q3/2026 - up 4.5 %', q3/2026|up|4.5",
        "'« Ärger »\u00A0im\u3000Werk', ärger|im|werk",
        "'... - --', ''",
        "'', ''"
    })
    void wordsStandBetweenSpacesWithoutPunctuationAround(String text, String words) {
        assertThat(Word.of(text, 2))
                .extracting(Word::text)
                .isEqualTo(words.isEmpty() ? List.of() : List.of(words.split("[|]")));
        assertThat(Word.of(text, 2)).extracting(Word::share).allMatch(share -> share == 1);
    }

    @Test
    void eachCharacterOfAScriptWithoutSpacesIsAPartOfAWord() {
        assertThat(Word.of("東京SAP\uD840\uDC00。โต", 4))
                .containsExactly(
                        new Word("東", 0.25),
                        new Word("京", 0.25),
                        new Word("sap", 1),
                        new Word("\uD840\uDC00", 0.25),
                        new Word("โ", 0.25),
                        new Word("ต", 0.25));
    }
}
