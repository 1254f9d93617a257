package io.plumbline.sandbox.record;

/** Carries a record's refusal from deep inside its write to the place that makes the result; never leaves this package. */
final class RecordRefusedException extends RuntimeException {

    private final RecordError error;

    RecordRefusedException(StatusCode code, String message, String... fields) {
        super(message, null, false, false);
        this.error = RecordError.of(code, message, fields);
    }

    RecordError error() {
        return error;
    }
}
