package io.plumbline.sandbox.record.refusal;

/** Carries a record's refusal from deep inside its write to the place that makes the result; never leaves this package. */
public final class RecordRefusedException extends RuntimeException {

    private final RecordError error;

    public RecordRefusedException(StatusCode code, String message, String... fields) {
        super(message, null, false, false);
        this.error = RecordError.of(code, message, fields);
    }

    public RecordError error() {
        return error;
    }
}
