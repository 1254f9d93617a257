package io.plumbline.flow.judging;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.AssessmentJson;
import io.plumbline.assess.RelationshipHealth;
import io.plumbline.assess.WrittenNumber;
import io.plumbline.change.AnsweredAssessment;
import io.plumbline.change.field.ReasonsText;
import io.plumbline.crm.RecordId;
import io.plumbline.journal.JudgedAccount;
import io.plumbline.journal.Verdict;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An assessment in the words of the journal. */
final class JudgedAccounts {

    private final AssessmentJson json = new AssessmentJson();

    JudgedAccount.InFull of(AnsweredAssessment answered, String name) {
        Assessment assessment = answered.seen();
        return new JudgedAccount.InFull(
                new JudgedAccount(
                        name,
                        verdict(assessment),
                        ReasonsText.of(answered.open()),
                        answered.open().nextStep()),
                json.write(assessment));
    }

    private static Verdict verdict(Assessment assessment) {
        RelationshipHealth health = assessment.health();
        return new Verdict(
                RecordId.of(assessment.accountId()),
                assessment.asOf(),
                decimal(health.score()),
                health.written(),
                integer(health.retention()),
                integer(health.growth()),
                integer(assessment.thoroughness().score()),
                integer(assessment.vetting().score()),
                integer(assessment.execution().score()),
                integer(assessment.roles().score()),
                WrittenNumber.integer(health.confidence()),
                health.band().name(),
                assessment.currency().verdict().name(),
                health.trend().name(),
                decimal(assessment.money().attention()));
    }

    private static @Nullable BigDecimal decimal(@Nullable Double number) {
        return number == null ? null : WrittenNumber.json(number);
    }

    private static @Nullable Integer integer(@Nullable Double number) {
        return number == null ? null : WrittenNumber.integer(number);
    }
}
