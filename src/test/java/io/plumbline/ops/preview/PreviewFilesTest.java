package io.plumbline.ops.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.flow.preview.Comparison;
import io.plumbline.flow.preview.PortfolioPreview;
import io.plumbline.flow.preview.WithoutNames;
import io.plumbline.testing.Golden;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of a preview, held as a whole; {@code chromium --headless --screenshot} shows what they look like. */
class PreviewFilesTest {

    private static final Golden GOLDEN = Golden.beside(PreviewFilesTest.class);

    @Test
    void report() throws IOException {
        GOLDEN.assertMatches("report.html", apartFromStyle(new PreviewHtml().report(ReportPage.of(Samples.now()))));
    }

    @Test
    void comparison() throws IOException {
        GOLDEN.assertMatches(
                "comparison.html",
                apartFromStyle(new PreviewHtml()
                        .comparison(ComparisonPage.of(Comparison.of(Samples.now(), Samples.then()), "milder"))));
    }

    @Test
    void tables() {
        GOLDEN.assertMatches("accounts.csv", PreviewCsv.accounts(Samples.now()));
        GOLDEN.assertMatches("fields.csv", PreviewCsv.fields(Samples.now()));
        GOLDEN.assertMatches("tasks.csv", PreviewCsv.tasks(Samples.now()));
        GOLDEN.assertMatches("comparison.csv", PreviewCsv.comparison(Comparison.of(Samples.now(), Samples.then())));
    }

    @Test
    void pagesTakeNothingFromElsewhereAndRunNothing() {
        for (String page : List.of(
                new PreviewHtml().report(ReportPage.of(Samples.now())),
                new PreviewHtml()
                        .comparison(ComparisonPage.of(Comparison.of(Samples.now(), Samples.then()), "milder")))) {
            assertThat(page)
                    .doesNotContain("<script", " src=", "url(", "@import", "<link", "<img")
                    .doesNotContainPattern("<[^>]*\\s(on[a-z]+=|th:)")
                    .doesNotContain("evil.example\">");
            assertThat(page).contains("&lt;script&gt;");
        }
    }

    @Test
    @Trap("L10")
    void withoutNamesNobodyIsNamed() {
        var nameless = WithoutNames.of(Samples.now());
        String all = new PreviewHtml().report(ReportPage.of(nameless))
                + PreviewCsv.accounts(nameless)
                + PreviewCsv.fields(nameless)
                + PreviewCsv.tasks(nameless)
                + new PreviewHtml()
                        .comparison(
                                ComparisonPage.of(Comparison.of(nameless, WithoutNames.of(Samples.then())), "milder"));

        assertThat(all).doesNotContain("Acme", "Brook", "Raquel", "Palhares", "Marta", "Quell", "plumbline@acme");
        assertThat(all).contains("001Pb0000000001AAA", "rhythm.recency", "A task about relationship");
    }

    @Test
    void comparisonOfEqualsFindsNothing() {
        Comparison same = Comparison.of(Samples.now(), Samples.now());

        assertThat(same.moved()).isEmpty();
        assertThat(same.opened()).isEmpty();
        assertThat(same.closed()).isEmpty();
        assertThat(new PreviewHtml().comparison(ComparisonPage.of(same, "same")))
                .contains("No account changes band, and none changes plan currency");
    }

    @Test
    void oneIsToldInTheSingularAndNoneAndManyInThePlural() {
        assertThat(figures(Samples.now()))
                .contains(
                        "2 accounts judged",
                        "3 fields would change on 1 account",
                        "1 task would open 0 rewritten, 0 closed",
                        "1 change held back with its reason",
                        "about 2 calls to write it once");
        assertThat(figures(Samples.quiet(1)))
                .contains(
                        "1 account judged",
                        "0 fields would change on 0 accounts",
                        "0 tasks would open 0 rewritten, 0 closed",
                        "0 changes held back each with its reason",
                        "1 call to read all this made by this preview",
                        "about 1 call to write it once",
                        "about 1 call on a quiet day 1 sync of about 1");
    }

    @Test
    void comparisonTellsOneInTheSingular() {
        assertThat(verdict(Samples.now(), Samples.then())).endsWith("0 more tasks would open and 1 would not.");
        assertThat(verdict(Samples.then(), Samples.now())).endsWith("1 more task would open and 0 would not.");
        assertThat(ComparisonPage.of(Comparison.of(Samples.now(), Samples.quiet(0)), "")
                        .scope())
                .containsExactly(
                        "2 accounts would no longer be judged.", "0 accounts would be judged that are not now.");
        assertThat(ComparisonPage.of(Comparison.of(Samples.quiet(0), Samples.quiet(1)), "")
                        .scope())
                .containsExactly("0 accounts would no longer be judged.", "1 account would be judged that is not now.");
        assertThat(new PreviewHtml()
                        .comparison(ComparisonPage.of(Comparison.of(Samples.ofHealth(40), Samples.ofHealth(41)), "")))
                .contains("the health of 1 account differs within its band; comparison.csv has it.");
    }

    @ParameterizedTest
    @CsvSource({"500, ''", "501, 1 more account stands in", "502, 2 more accounts stand in"})
    void reportSaysHowManyAccountsStandInTheTablesAlone(int accounts, String words) {
        String report = new PreviewHtml().report(ReportPage.of(Samples.quiet(accounts)));

        assertThat(report).contains(words);
        assertThat(report.contains(" these tables alone")).isEqualTo(!words.isEmpty());
    }

    private static List<String> figures(PortfolioPreview preview) {
        ReportPage page = ReportPage.of(preview);
        return Stream.concat(page.figures().stream(), page.calls().stream())
                .map(figure -> (figure.number() + " " + figure.label() + " " + figure.note()).strip())
                .toList();
    }

    private static String verdict(PortfolioPreview now, PortfolioPreview then) {
        return ComparisonPage.of(Comparison.of(now, then), "").verdict();
    }

    /** With the style sheet, which both pages carry whole, named instead of repeated. */
    private static String apartFromStyle(String page) throws IOException {
        return page.replace(Files.readString(Path.of("src/main/resources/templates/preview.css")), "(preview.css)");
    }
}
