package io.plumbline.ops.api;

import org.springframework.web.bind.annotation.RestController;

/** Answers nothing; there so that the contract has a place among the routes. */
@RestController
public class SilentApi implements AccountApi {

    @Override
    public AccountVerdict judge(TokenHolder caller, String accountId, JudgementRequest request) {
        throw new UnsupportedOperationException("no test asks");
    }

    @Override
    public AccountVerdict read(TokenHolder caller, String accountId, String orgId) {
        throw new UnsupportedOperationException("no test asks");
    }

    @Override
    public AccountVerdict answer(TokenHolder caller, String accountId, AnswerRequest request) {
        throw new UnsupportedOperationException("no test asks");
    }
}
