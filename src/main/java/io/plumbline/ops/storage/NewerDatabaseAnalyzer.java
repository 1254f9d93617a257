package io.plumbline.ops.storage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Keeps the start that was refused from being logged as a fault: the command says it in a sentence. */
final class NewerDatabaseAnalyzer extends AbstractFailureAnalyzer<NewerDatabaseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NewerDatabaseException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
