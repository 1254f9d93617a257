package io.plumbline.ops.api;

import io.plumbline.crm.RecordId;
import io.plumbline.flow.LatestVerdict;
import io.plumbline.journal.Answer;
import io.plumbline.journal.Answers;
import io.plumbline.ops.api.admission.RefusedRequestException;
import io.plumbline.ops.api.token.TokenHolder;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RestController;

/** The three operations of the contract. */
@RestController
class AccountController implements AccountApi {

    private final RequestCheck check;
    private final Admission admission;
    private final Judge judge;
    private final Answers answers;
    private final Clock clock;

    AccountController(RequestCheck check, Admission admission, Judge judge, Answers answers, Clock clock) {
        this.check = check;
        this.admission = admission;
        this.judge = judge;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public AccountVerdict judge(TokenHolder caller, String accountId, JudgementRequest request) {
        CheckedRequest checked = check.judgement(accountId, request);
        admission.toAct(caller, checked);
        admission.onlyOnce(checked);
        judge.judge(checked.account()).ifPresent(refused -> {
            throw refused;
        });
        return read(caller, checked.org(), checked.account());
    }

    @Override
    public AccountVerdict read(TokenHolder caller, String accountId, String orgId) {
        return read(caller, RequestCheck.id("orgId", orgId), RequestCheck.id("accountId", accountId));
    }

    /**
     * The answer counts from the moment it is kept; should the account not be judged anew now, the next run does so, and the
     * verdict that stands is given with the answer in it.
     */
    @Override
    public AccountVerdict answer(TokenHolder caller, String accountId, AnswerRequest request) {
        CheckedAnswer checked = check.answer(accountId, request);
        CheckedRequest asked = checked.request();
        LatestVerdict latest = admission.toAct(caller, asked);
        if (VerdictAnswer.of(latest).findings().stream()
                .noneMatch(finding -> finding.key().equals(checked.finding()))) {
            throw new RefusedRequestException(
                    HttpStatus.NOT_FOUND,
                    "No such finding",
                    "The latest verdict about this account has no such finding, so there is nothing to answer. Read the"
                            + " verdict again; the finding may be gone.");
        }
        admission.onlyOnce(asked);
        answers.give(
                asked.org(),
                new Answer(
                        asked.account(),
                        checked.finding(),
                        checked.reason(),
                        asked.by(),
                        clock.instant(),
                        checked.until()));
        judge.judge(asked.account());
        return read(caller, asked.org(), asked.account());
    }

    private AccountVerdict read(TokenHolder caller, RecordId org, RecordId account) {
        return VerdictAnswer.of(admission.toRead(caller, org, account));
    }
}
