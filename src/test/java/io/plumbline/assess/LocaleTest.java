package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.account.Observation;
import io.plumbline.config.policy.Severity;
import io.plumbline.config.policy.Theme;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocaleTest {

    private static final Locale PSEUDO = Locale.forLanguageTag("qps");
    private static final LocalDate DAY = LocalDate.parse("2026-05-01");

    @Test
    void aFileOfMessagesIsAllThatAnotherLanguageTakes() {
        FindingWording wording = new FindingWording(PSEUDO, Map.of());

        assertThat(finding(wording, observation("plan.exists", Evidence.none())).message())
                .isEqualTo("[Ţĥéŕé îš ñö åçţîṽé åççöûñţ þļåñ.]");
        assertThat(wording.label("rhythm.recency")).isEqualTo("[Ļåšţ çöñţåçţ]");
    }

    @Test
    void whatALanguageLacksIsSaidInEnglish() {
        FindingWording wording = new FindingWording(PSEUDO, Map.of());

        assertThat(finding(wording, observation("plan.exists", Evidence.none())).remedy())
                .isEqualTo("Write an account plan, have it approved and activate it.");
        assertThat(wording.label("rhythm.trend")).isEqualTo("Contact compared with before");
        assertThat(finding(wording, observation("plan.period", Evidence.none())).message())
                .isEqualTo("The period of the plan ended on [ûñķñöŵñ].");
    }

    @ParameterizedTest
    @CsvSource({"0, [Ñöţ ŕéṽîéŵéð ƒöŕ 0 ðåý]", "1, [Ñöţ ŕéṽîéŵéð ƒöŕ 1 ðåý]", "2, [Ñöţ ŕéṽîéŵéð ƒöŕ 2 ðåýš]"})
    void eachLanguageSaysWhichNumbersAreSingular(int days, String sentence) {
        Evidence evidence = Evidence.none().with("days", days);

        assertThat(finding(new FindingWording(PSEUDO, Map.of()), observation("plan.review", evidence))
                        .message())
                .isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            und   | The period of the plan ended on 2026-05-01.  | growth of 12.5% on a baseline of 1,250,000.
            en-US | The period of the plan ended on May 1, 2026. | growth of 12.5% on a baseline of 1,250,000.
            en-GB | The period of the plan ended on 1 May 2026.  | growth of 12.5% on a baseline of 1,250,000.
            de-DE | The period of the plan ended on 01.05.2026.  | growth of 12,5~% on a baseline of 1.250.000.
            tr-TR | The period of the plan ended on 1 May 2026.  | growth of %12,5 on a baseline of 1.250.000.
            """)
    void datesSharesAndMoneyStandAsPeopleWriteThem(String tag, String date, String money) {
        FindingWording wording = new FindingWording(Locale.forLanguageTag(tag), Map.of());
        Evidence period = Evidence.none().with("periodEnd", DAY);
        Evidence ambition = Evidence.none().with("growth", 0.125).with("baseline", 1_250_000.0);

        assertThat(finding(wording, observation("plan.period", period)).message())
                .isEqualTo(date);
        assertThat(finding(wording, observation("vet.ambition", ambition).variant("low"))
                        .message())
                .endsWith(money.replace('~', '\u00a0'));
    }

    @Test
    void anOwnLabelComesBeforeThatOfTheLanguage() {
        FindingWording wording = new FindingWording(PSEUDO, Map.of("rhythm.recency", "Days without a word"));

        assertThat(wording.label("rhythm.recency")).isEqualTo("Days without a word");
    }

    private static Observation observation(String id, Evidence evidence) {
        return Observation.of(id, id.startsWith("vet") ? Theme.VETTING : Theme.CURRENCY, Severity.WARNING, evidence);
    }

    private static Finding finding(FindingWording wording, Observation observation) {
        return wording.findings(List.of(observation)).getFirst();
    }
}
