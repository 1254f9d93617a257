package io.plumbline.dossier.similarity;

import static io.plumbline.dossier.similarity.Portfolio.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.config.policy.TextPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateSearchTest {

    private static final String NINE = "we win them with our new pumps next year";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tellsWhatComparingEachWithEachTells(long seed) {
        Portfolio portfolio = Portfolio.random(seed, 400, 0.6);
        List<Optional<Likeness>> expected = eachWithEach(portfolio, 0.8);

        assertThat(told(portfolio, 0.8)).isEqualTo(expected);
        assertThat(expected.stream().flatMap(Optional::stream).mapToDouble(Likeness::similarity))
                .anyMatch(similarity -> similarity < 0.85)
                .anyMatch(similarity -> similarity == 1);
        assertThat(expected).contains(Optional.empty());
    }

    @ParameterizedTest(name = "threshold {0}")
    @ValueSource(doubles = {0.3, 0.5, 0.9, 1})
    void keepsToTheThresholdOfThePolicy(double threshold) {
        Portfolio portfolio = Portfolio.random(11, 300, 0.7);
        assertThat(told(portfolio, threshold)).isEqualTo(eachWithEach(portfolio, threshold));
    }

    @Test
    void findsMoreThan999InAThousandPairsAtTheThreshold() {
        Random random = new Random(42);
        int pairs = 20_000;
        Portfolio portfolio = new Portfolio();
        for (int pair = 0; pair < pairs; pair++) {
            // 40 runs of five words, and the first 36 words of them: 32 in 40 are the same.
            List<String> words = Portfolio.words(random, 44);
            portfolio.with(account(2 * pair), "risks", String.join(" ", words));
            portfolio.with(account(2 * pair + 1), "risks", String.join(" ", words.subList(0, 36)));
        }
        long found = told(portfolio, 0.8).stream().flatMap(Optional::stream).count() / 2;
        assertThat(found).isGreaterThan((long) (0.999 * pairs));
    }

    @ParameterizedTest(name = "{0} is {1} of nine words")
    @CsvSource({
        "we win them with our new pumps next year, 1",
        "we win them with our new pumps next, 0.8",
        "we win them with our new pumps, ",
        "we win them with our new pumps next spring, ",
        "'', "
    })
    void aCopyIsWhatReachesTheThreshold(String other, @Nullable Double similarity) {
        Portfolio two = new Portfolio().with(account(1), "risks", NINE).with(account(2), "risks", other);
        assertThat(told(two, 0.8).getFirst().map(Likeness::similarity)).isEqualTo(Optional.ofNullable(similarity));
    }

    @Test
    void theSameWordsUnderAnotherSectionAreNoCopy() {
        assertThat(told(new Portfolio().with(account(1), "risks", NINE).with(account(2), "industry", NINE), 0.8))
                .containsOnly(Optional.empty());
    }

    @Test
    void plansOfOneAccountOrOneFamilyAreNoCopies() {
        Portfolio family = new Portfolio()
                .with(account(1, "top"), "risks", NINE)
                .with(account(1, "top"), "risks", NINE)
                .with(account(2, "top"), "risks", NINE);
        assertThat(told(family, 0.8)).containsOnly(Optional.empty());

        family.with(account(3), "risks", NINE);
        assertThat(told(family, 0.8))
                .extracting(told -> told.orElseThrow().other().name())
                .containsExactly("Account 3", "Account 3", "Account 3", "Account 1");
    }

    @Test
    void ofSeveralThatAreAlikeTheOneWithTheSmallestIdIsNamed() {
        Portfolio four = new Portfolio();
        for (int number : List.of(4, 2, 3, 1)) {
            four.with(account(number), "risks", NINE);
        }
        assertThat(told(four, 0.8))
                .extracting(told -> told.orElseThrow().other().name())
                .containsExactly("Account 1", "Account 1", "Account 1", "Account 2");
    }

    @Test
    void scriptsWithoutSpacesAreComparedToo() {
        String text = "東京の工場でポンプを交換し、来年までにエネルギー費用を大きく減らす計画を立てています";
        Portfolio two = new Portfolio()
                .with(account(1), "risks", text)
                .with(account(2), "risks", "<" + text)
                .with(account(3), "risks", "大阪の本社とは別の契約があり、競合は価格を下げて攻めてくると見られる");
        assertThat(told(two, 0.8).stream().map(told -> told.map(Likeness::similarity)))
                .containsExactly(Optional.of(1.0), Optional.of(1.0), Optional.empty());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfThePlansAndAnotherRunMakeNoDifference(long seed) {
        Portfolio portfolio = Portfolio.random(seed, 400, 0.6);
        List<Optional<Likeness>> once = told(portfolio, 0.8);
        Boilerplate shuffled = search(0.8).in(portfolio.shuffled(seed));
        assertThat(told(portfolio, 0.8)).isEqualTo(once);
        assertThat(told(portfolio, shuffled)).isEqualTo(once);
    }

    @Test
    void aFormThatAThousandFillInWithTheirNameIsFoundInAllOfThem() {
        Random random = new Random(7);
        String form = String.join(" ", Portfolio.words(random, 80));
        Portfolio portfolio = new Portfolio();
        for (int number = 0; number < 1000; number++) {
            portfolio.with(account(number), "risks", "for customer number%d %s".formatted(number, form));
        }
        assertThat(told(portfolio, 0.8))
                .allSatisfy(told -> assertThat(told.orElseThrow().similarity()).isEqualTo(76 / 82.0));
        assertThat(told(portfolio, search(0.8).in(portfolio.shuffled(1)))).isEqualTo(told(portfolio, 0.8));
    }

    @Test
    void readsThePlansOnceWhereNothingIsAlikeAndTwiceWhereSomeAre() {
        Portfolio apart = Portfolio.random(1, 50, 0);
        search(0.8).in(apart);
        assertThat(apart.readings()).isEqualTo(1);

        Portfolio equal = new Portfolio().with(account(1), "risks", NINE).with(account(2), "risks", NINE);
        search(0.8).in(equal);
        assertThat(equal.readings()).isEqualTo(1);

        Portfolio alike = Portfolio.random(1, 50, 0.9);
        search(0.8).in(alike);
        assertThat(alike.readings()).isEqualTo(2);
    }

    private static BoilerplateSearch search(double threshold) {
        return new BoilerplateSearch(new TextPolicy(List.of(), List.of(), 2, threshold, 0.5));
    }

    private static List<Optional<Likeness>> told(Portfolio portfolio, double threshold) {
        return told(portfolio, search(threshold).in(portfolio));
    }

    private static List<Optional<Likeness>> told(Portfolio portfolio, Boilerplate boilerplate) {
        return portfolio.entries().stream()
                .map(entry -> boilerplate.of(entry.holder(), entry.section(), entry.content()))
                .toList();
    }

    private static List<Optional<Likeness>> eachWithEach(Portfolio portfolio, double threshold) {
        List<Optional<Likeness>> expected = new ArrayList<>();
        for (Portfolio.Entry one : portfolio.entries()) {
            Likeness best = null;
            for (Portfolio.Entry two : portfolio.entries()) {
                double similarity = Shingles.of(one.content(), 2).similarity(Shingles.of(two.content(), 2));
                Likeness likeness = new Likeness(similarity, two.holder());
                if (!one.holder().family().equals(two.holder().family())
                        && similarity >= threshold
                        && (best == null || likeness.isBefore(best))) {
                    best = likeness;
                }
            }
            expected.add(Optional.ofNullable(best));
        }
        return expected;
    }
}
