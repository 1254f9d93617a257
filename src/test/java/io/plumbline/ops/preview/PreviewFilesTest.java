package io.plumbline.ops.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.flow.preview.Comparison;
import io.plumbline.flow.preview.WithoutNames;
import io.plumbline.testing.Golden;
import io.plumbline.testing.Trap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    /** With the style sheet, which both pages carry whole, named instead of repeated. */
    private static String apartFromStyle(String page) throws IOException {
        return page.replace(Files.readString(Path.of("src/main/resources/templates/preview.css")), "(preview.css)");
    }
}
