package io.plumbline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.testing.SmallOrg;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People of the org read dates as they write them, in what Plumbline writes there. */
class OrgLocaleTest {

    @ParameterizedTest
    @CsvSource({
        "de_DE, '(since \\d\\d\\.\\d\\d\\.\\d{4})'",
        "de_AT_EURO, '(since \\d\\d\\.\\d\\d\\.\\d{4})'",
        "en_US, '(since [A-Z][a-z]{2} \\d{1,2}, \\d{4})'"
    })
    void datesInTasksStandAsInTheOrg(String locale, String since) {
        try (SmallOrg org = new SmallOrg()) {
            String organization = String.valueOf(
                    org.rows("SELECT Id FROM Organization").getFirst().get("Id"));
            org.update("Organization", organization, "DefaultLocaleSidKey", locale);

            new Connector(org.sandbox).sync();

            assertThat(org.verdicts())
                    .anySatisfy(text -> assertThat(text)
                            .containsPattern(since.replace("(", "\\(").replace(")", "\\)")));
        }
    }
}
